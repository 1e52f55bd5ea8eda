import type { CitizenDetails, Relation, ResidenceKind } from '@nocgia/schemas/events/citizen.ts';
import type { ImportIssueCode } from '@nocgia/schemas/import-issues.ts';
import type { ColumnMapping } from './mapping.ts';

/** Something found in a row; `column` is the heading it stands under, `value` what stands there. */
export interface RowIssue {
  code: ImportIssueCode;
  column?: string;
  value?: string;
}

/** A row read as a resident. Keys are folded texts that only tell rows of one file apart. */
export interface Resident {
  line: number;
  sourceKey: string | null;
  /** Null where the row has no usable name; such a row is an error. */
  details: CitizenDetails | null;
  /** `unknown` where none is given; `head` only of the first head of a household. */
  relation: Relation;
  relationGiven: boolean;
  householdKey: string | null;
  householdNumber: string | null;
  /** The name in a column "Chủ hộ", folded. */
  headName: string | null;
  /** The identity number in a column of the head's, or an old one, as digits. */
  headId: string | null;
  houseNumber: string | null;
  oldNumber: string | null;
  street: string | null;
  neighbourhood: string | null;
  kind: ResidenceKind;
  since: string | null;
  until: string | null;
  cameFrom: string | null;
  /** What nobody mapped, or could not be recorded where it belongs, by heading. */
  unmapped: Record<string, string>;
  issues: RowIssue[];
}

/** What reading a row depends on besides the row. */
export interface ReadingContext {
  mapping: readonly ColumnMapping[];
  headings: readonly string[];
  /** Today, `YYYY-MM-DD`. */
  today: string;
  date1904: boolean;
  /** Neighbourhood codes of the ward by folded name, by code and by number. */
  neighbourhoods: ReadonlyMap<string, string>;
}
