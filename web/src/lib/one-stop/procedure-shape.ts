import type { Row } from '#lib/forms/rows.ts';

/** Fields of each kind of row, one column each; of a fee the discounts stand one a line (`Hộ nghèo = 100`). */
export const stepFields = ['key', 'name', 'kind', 'amount', 'unit'] as const;
export const paperFields = ['key', 'name', 'form', 'copies', 'required', 'fromRegister'] as const;
export const feeFields = [
  ...(['key', 'name', 'amount', 'per', 'amountFromThird', 'most', 'channel', 'validFrom', 'validTo'] as const),
  ...(['legalBasis', 'discounts'] as const),
] as const;

export type StepRow = Row<(typeof stepFields)[number]> & { roles: string[] };
export type PaperRow = Row<(typeof paperFields)[number]>;
export type FeeRow = Row<(typeof feeFields)[number]>;

/** Steps, papers and fees of a procedure as a form shows and posts them: text in rows. */
export interface ProcedureRows {
  steps: StepRow[];
  papers: PaperRow[];
  fees: FeeRow[];
}

export const emptyStep: StepRow = { key: '', name: '', kind: 'appraise', amount: '', unit: '', roles: [] };
export const emptyPaper: PaperRow = {
  key: '',
  name: '',
  form: 'original',
  copies: '1',
  required: 'yes',
  fromRegister: '',
};
export const emptyFee: FeeRow = {
  ...{ key: '', name: '', amount: '', per: 'dossier', amountFromThird: '', most: '', channel: 'any' },
  ...{ validFrom: '', validTo: '', legalBasis: '', discounts: '' },
};
