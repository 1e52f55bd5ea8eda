import type { Relation } from '@nocgia/schemas/events/citizen.ts';
import type { Evidence, EvidenceKind } from '@nocgia/schemas/events/evidence.ts';
import type { SettlementKind } from '@nocgia/schemas/events/procedure.ts';
import type { RegisterRole } from '@nocgia/schemas/generated/resolvers.ts';
import { askedFields } from '@nocgia/schemas/settlement/asked-fields.ts';
import { foldWords } from '@nocgia/schemas/text/fold.ts';

export type Answers = Readonly<Record<string, string>>;

/** Somebody whom a matter concerns, by the answers that name them; `owner`: who owns the dossier, where nobody is named. */
interface Concerned {
  role: RegisterRole;
  name: string | null;
  id: string | null;
  owner: boolean;
}

/** Whom each kind of settlement concerns. */
export const concerned: Readonly<Record<SettlementKind, readonly Concerned[]>> = {
  birth: [
    { role: 'mother', name: 'mother_name', id: 'mother_id', owner: false },
    { role: 'father', name: 'father_name', id: 'father_id', owner: false },
  ],
  death: [{ role: 'deceased', name: 'dead_name', id: 'dead_id', owner: false }],
  marriage: [
    { role: 'husband', name: 'husband_name', id: 'husband_id', owner: false },
    { role: 'wife', name: 'wife_name', id: 'wife_id', owner: false },
  ],
  marital_status: [{ role: 'subject', name: null, id: null, owner: true }],
  civil_correction: [{ role: 'subject', name: 'subject_name', id: 'subject_id', owner: true }],
  household_status: [{ role: 'head', name: 'head_name', id: 'head_id', owner: true }],
};

/** Who is named in a role, and whether the dossier's owner is meant: nobody is named, or just that name without another number. */
export function namedIn(
  { name, id, owner }: Concerned,
  answers: Answers,
  ownerName: string | null,
): { name: string | null; nationalId: string | null; isOwner: boolean } {
  const said = (key: string | null): string | null => (key === null ? null : answers[key]?.trim() || null);
  const [named, number] = [said(name), said(id)];
  const same = (text: string): string => foldWords(text).join(' ');
  const isOwner = number === null && (named === null ? owner : ownerName !== null && same(named) === same(ownerName));
  return { name: named ?? (isOwner ? ownerName : null), nationalId: number, isOwner };
}

/** What the register says, to this reader, of somebody whom a proposal builds on. */
export interface Known {
  /** What they are to the head of their household; null where they live in none. */
  relation: Relation | null;
  ethnicity: string | null;
  homeTown: string | null;
  nationality: string | null;
}

/** The result of a dossier, `settledOn` in Việt Nam. */
export interface Result {
  number: string | null;
  issuedOn: string | null;
  settledOn: string;
}

const childOf: Readonly<Partial<Record<Relation, Relation>>> = {
  head: 'child',
  wife: 'child',
  husband: 'child',
  child: 'grandchild',
  adopted_child: 'grandchild',
  step_child: 'grandchild',
  son_in_law: 'grandchild',
  daughter_in_law: 'grandchild',
  grandchild: 'great_grandchild',
  sibling: 'nephew_niece',
  sibling_in_law: 'nephew_niece',
};

/** What a child is to the head of the household in which a parent lives. */
export function relationOfChild(parent: Relation | null | undefined): Relation {
  return (parent && childOf[parent]) ?? 'other';
}

/**
 * Values to begin with, by the fields of the registry's command: what the form was filled in with, and where it says nothing what the
 * register knows (a child goes by the father in what is handed down, Luật Hộ tịch 2014 Điều 4.8). An unknown value is absent.
 */
export function proposedValues(
  kind: SettlementKind,
  answers: Answers,
  result: Result,
  people: Readonly<Partial<Record<RegisterRole, Known>>> = {},
): Record<string, string> {
  const settled = result.issuedOn ?? result.settledOn;
  const said = (key: string): string | null => answers[key]?.trim() || null;
  switch (kind) {
    case 'birth': {
      const { mother, father } = people;
      const inherited = (field: 'ethnicity' | 'homeTown' | 'nationality') => father?.[field] ?? mother?.[field] ?? null;
      return given({
        fullName: said('child_name'),
        sex: said('child_sex'),
        birth: said('child_birth'),
        birthPlace: said('child_birth_place'),
        homeTown: said('child_home_town') ?? inherited('homeTown'),
        ethnicity: said('child_ethnicity') ?? inherited('ethnicity'),
        nationality: inherited('nationality') ?? 'VNM',
        relation: said('child_relation') ?? relationOfChild((mother ?? father)?.relation),
      });
    }
    case 'death':
      return given({ occurredOn: said('died_on') });
    case 'marriage':
      return { occurredOn: settled };
    case 'marital_status':
      return given({ status: said('marital_status'), occurredOn: said('marital_since') ?? settled });
    case 'civil_correction':
      return given({
        ...{ nature: said('nature') ?? 'correction', field: said('field'), from: said('from'), to: said('to') },
        occurredOn: settled,
      });
    case 'household_status':
      return given({
        status: said('status'),
        occurredOn: said('status_from') ?? settled,
        until: said('status_until'),
      });
  }
}

function given(values: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])),
  );
}

const papers: Readonly<Record<SettlementKind, EvidenceKind>> = {
  birth: 'birth_certificate',
  death: 'death_certificate',
  marriage: 'marriage_certificate',
  marital_status: 'other',
  civil_correction: 'decision',
  household_status: 'decision',
};

/** The dossier's result as the paper that the register goes by; `ward`: the name of the unit whose committee issues it, `Phường Phú Thọ`. */
export function proposedEvidence(kind: SettlementKind, result: Result, ward: string | null): Evidence {
  const issuedBy = ward === null ? null : `UBND ${ward.slice(0, 1).toLocaleLowerCase('vi')}${ward.slice(1)}`;
  return { kind: papers[kind], number: result.number, issuedOn: result.issuedOn ?? result.settledOn, issuedBy };
}

/** Keys of the answers that the form of a kind knows. */
export function answersOf(kind: SettlementKind, answers: Answers): Answers {
  const keys = askedFields[kind].map(({ key }) => key);
  return Object.fromEntries(Object.entries(answers).filter(([key]) => keys.includes(key)));
}
