import { evidenceKind } from '@nocgia/schemas/events/evidence.ts';
import * as v from 'valibot';
import { dayOrNone, text } from './fields.ts';

type Kind = (typeof evidenceKind.options)[number] | '';
const kinds: readonly string[] = ['', ...evidenceKind.options];

/** The fields of the paper that a fact is recorded from, for the schema of a form; all of it may be empty. */
export const evidenceFields = {
  evidenceKind: v.optional(
    v.pipe(
      v.string(),
      v.guard((value): value is Kind => kinds.includes(value), 'choose'),
    ),
    '',
  ),
  evidenceNumber: text(60),
  evidenceIssuedOn: dayOrNone,
  evidenceIssuedBy: text(200),
};
