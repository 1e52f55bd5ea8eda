/** A person that a register makes, as the rows show them: what a clerk would read out. */
export interface ExpectedPerson {
  name: string;
  sex: string;
  birth: string | null;
  /** Name of the head of the household; null = nobody is. */
  head: string | null;
  address: string | null;
  /** Last digits of the neighbourhood's code; null = not placed yet. */
  place: string | null;
  relation?: string;
  nationalId?: string;
  /** Columns that nobody mapped, and values that could not be recorded where they belong. */
  aside?: Record<string, string>;
}

/** A register made for a test, with what must come of it. */
export interface TestRegister {
  fileName: string;
  bytes: Buffer;
  summary: Record<string, number>;
  /** How many rows bear each doubt, by code; notices left out. */
  issues: Record<string, number>;
  people: ExpectedPerson[];
  /** Rows that are not taken: line and code. */
  errors: [line: number, code: string][];
}
