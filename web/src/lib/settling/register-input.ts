import { ethnicGroups } from '@nocgia/schemas/code-lists/ethnic-groups.ts';
import { foldWords } from '@nocgia/schemas/text/fold.ts';
import type {
  RegisterHouseholdFragment,
  RegisterInput,
  RegisterPersonFragment,
  Relation,
  SettlementKind,
} from '#lib/api/generated.ts';
import { evidenceInput } from '#lib/forms/evidence.ts';
import { readBirth } from '#lib/forms/read-birth.ts';
import type { RegisterData, RoleName } from './register-form.ts';

/** Who was chosen in each role, as the register knows them. */
export type Chosen = Partial<Record<RoleName, RegisterPersonFragment>>;

/** The registry's command that a form stands for, or what is missing: a field with a word of the errors, or `noStatus`. */
export type Made = { input: RegisterInput } | { wrong: { field: keyof RegisterData; code: Lack } | 'noStatus' };

/** `agree`: that the parents agree to what the law leaves to them. */
type Lack = 'required' | 'choose' | 'birth' | 'agree';

const missing = (field: keyof RegisterData, code: Lack = 'required'): Made => ({
  wrong: { field, code },
});

/** Where a child lives whose household nobody chose: with the mother, else with the father, where they live permanently. */
export function parentsHome({ mother, father }: Chosen): RegisterHouseholdFragment | null {
  return mother?.permanentHousehold ?? father?.permanentHousehold ?? null;
}

/** Every household that a parent lives in today, permanently or not; each once. */
export function homesOf({ mother, father }: Chosen): RegisterHouseholdFragment[] {
  const homes = [mother, father].flatMap((one) => one?.residences.map(({ household }) => household) ?? []);
  return homes.filter(({ id }, index) => homes.findIndex((one) => one.id === id) === index);
}

/** How a child stands to the head of the household by how a parent of it does; what is not here does not tell. */
const childOf: Partial<Record<Relation, Relation>> = {
  ...{ head: 'child', wife: 'child', husband: 'child' },
  ...{ child: 'grandchild', adopted_child: 'grandchild', son_in_law: 'grandchild', daughter_in_law: 'grandchild' },
  ...{ grandchild: 'great_grandchild', sibling: 'nephew_niece', sibling_in_law: 'nephew_niece' },
};

/** A child's relation to the head of the household that was chosen for it, or of the parents', as it follows from theirs; null where it does not. */
export function relationOf(chosen: Chosen, household: string): Relation | null {
  const home = household || parentsHome(chosen)?.id;
  const told = [chosen.mother, chosen.father].flatMap(
    (one) => one?.residences.find((lived) => lived.household.id === home)?.relation ?? [],
  );
  const follows = told.map((relation) => childOf[relation] ?? null);
  // Parents who stand to the head in ways that disagree, as a lodger's wife may: somebody has to say.
  return follows.every((one) => one === follows[0]) ? (follows[0] ?? null) : null;
}

/** What an officer confirmed as the one command of the registry. `named`: names of those whom the register does not know, as the dossier has them. */
export function inputOf(
  kind: SettlementKind,
  data: RegisterData,
  chosen: Chosen,
  named: Partial<Record<RoleName, string>>,
): Made {
  const { occurredOn } = data;
  const evidence = evidenceInput(data);
  switch (kind) {
    case 'birth': {
      const { fullName, sex, birth, birthPlace, homeTown, ethnicity, nationality } = data;
      if (fullName === '') return missing('fullName');
      if (birth === '') return missing('birth');
      const { mother, father } = chosen;
      const householdId = data.household || parentsHome(chosen)?.id;
      if (!householdId) return missing('household', 'choose');
      const apart = !homesOf(chosen).some(({ id }) => id === householdId);
      if (apart && !data.apart) return missing('apart', 'agree');
      const relation = data.relation || relationOf(chosen, householdId);
      // Where no parent lives, the head is none.
      if (!relation || (apart && relation === 'child')) return missing('relation', 'choose');
      const details = { fullName, sex, birth, birthPlace, homeTown, ethnicity, nationality };
      const parents = { motherId: mother?.id ?? null, fatherId: father?.id ?? null };
      return { input: { birth: { householdId, ...parents, details, relation, evidence, apart } } };
    }
    case 'death': {
      if (!chosen.deceased) return missing('deceased', 'choose');
      if (occurredOn === '') return missing('occurredOn');
      return { input: { death: { citizenId: chosen.deceased.id, occurredOn, evidence } } };
    }
    case 'marriage': {
      const { husband, wife } = chosen;
      const one = husband ?? wife;
      if (!one) return missing('husband', 'choose');
      if (occurredOn === '') return missing('occurredOn');
      const spouse = husband && wife ? wife : null;
      const spouseName = spouse ? null : ((husband ? named.wife : named.husband) ?? null);
      return {
        input: { marriage: { citizenId: one.id, spouseId: spouse?.id ?? null, spouseName, occurredOn, evidence } },
      };
    }
    case 'marital_status': {
      const { subject } = chosen;
      if (!subject) return missing('subject', 'choose');
      if (data.status === '') return missing('status', 'choose');
      if (occurredOn === '') return missing('occurredOn');
      const open = subject.marriages.find(({ endedOn }) => endedOn === null);
      const cause = data.status === 'divorced' ? 'divorce' : data.status === 'widowed' ? 'death' : null;
      if (open && cause) {
        return { input: { marriageEnd: { citizenId: subject.id, marriageId: open.id, cause, occurredOn, evidence } } };
      }
      const changes = [{ field: 'maritalStatus', shown: subject.maritalStatus, value: data.status }];
      return { input: { change: { citizenId: subject.id, nature: 'correction', occurredOn, changes, evidence } } };
    }
    case 'civil_correction': {
      const { subject } = chosen;
      if (!subject) return missing('subject', 'choose');
      const { field, nature } = data;
      if (!isCorrectable(field)) return missing('field', 'choose');
      if (occurredOn === '') return missing('occurredOn');
      const value = corrected(field, data.to);
      if (value === undefined) return missing('to', field === 'birth' ? 'birth' : 'choose');
      if (value === '') return missing('to');
      const changes = [{ field, shown: subject[field], value }];
      return { input: { change: { citizenId: subject.id, nature, occurredOn, changes, evidence } } };
    }
    case 'household_status': {
      const household = chosen.head?.permanentHousehold;
      if (!household) return missing('head', 'choose');
      if (data.status === '') return missing('status', 'choose');
      if (occurredOn === '') return missing('occurredOn');
      const { id: householdId, statuses } = household;
      if (data.status !== 'none') {
        const { status, until } = data;
        return { input: { householdStatus: { householdId, status, occurredOn, until: until || null, evidence } } };
      }
      const held = statuses.find(({ holds, status }) => holds && status !== null && standards.includes(status));
      if (!held) return { wrong: 'noStatus' };
      return { input: { householdStatusEnd: { householdId, statusId: held.id, occurredOn, evidence } } };
    }
  }
}

const standards = ['poor', 'near_poor', 'average'];
const correctables = ['fullName', 'birth', 'sex', 'ethnicity', 'homeTown', 'birthPlace'] as const;
type Correctable = (typeof correctables)[number];

function isCorrectable(field: string): field is Correctable {
  return correctables.some((one) => one === field);
}

/** A corrected value as people write it (`Nam`, `Kinh`, 3/4/1990) as the register keeps it; undefined for what no list has. */
export function corrected(field: Correctable, written: string): string | undefined {
  const folded = foldWords(written).join(' ');
  switch (field) {
    case 'birth':
      return readBirth(written);
    case 'sex':
      return ({ nam: 'male', male: 'male', nu: 'female', female: 'female' } as Record<string, string>)[folded];
    case 'ethnicity':
      return ethnicGroups.find(({ code, vi, en }) => [code, vi, en].some((one) => foldWords(one).join(' ') === folded))
        ?.code;
    default:
      return written.trim();
  }
}
