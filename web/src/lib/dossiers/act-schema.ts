import { channel, dossierExtended, feesPaid, papersRequested, returnBy } from '@nocgia/schemas/events/dossier.ts';
import { line } from '@nocgia/schemas/events/common.ts';
import { seriesPeriod } from '@nocgia/schemas/events/numbering.ts';
import { valibot } from 'sveltekit-superforms/adapters';
import * as v from 'valibot';
import { clean, commandId, dayOrNone } from '#lib/forms/fields.ts';

/** The written fields that an act may have, with the most characters of each. */
const lengths = {
  to: 40,
  note: 2000,
  reason: 2000,
  legalBasis: 500,
  accountId: 36,
  requestId: 36,
  receiptBook: 30,
  reference: 100,
  resultNumber: 60,
  fileId: 36,
  receivedBy: 200,
  nationalCode: 60,
} as const;
export type ActField = keyof typeof lengths | 'dueOn' | 'issuedOn';

/**
 * The form of an act: one shape for all of them, so that one page serves them all; `required` are the fields that this act cannot do
 * without. Choices stand at what is usual, as the page shows them.
 */
export function actSchema(required: readonly ActField[]) {
  const said = (name: ActField) =>
    v.check<string, 'required'>((value) => value !== '' || !required.includes(name), 'required');
  const written = (name: keyof typeof lengths) =>
    v.optional(
      v.pipe(
        clean(lengths[name]),
        v.check((value) => value === '' || v.is(line(10_000), value), 'line'),
        said(name),
      ),
      '',
    );
  return valibot(
    v.object({
      commandId,
      /** The version of the dossier that the page showed. */
      version: v.number(),
      to: written('to'),
      note: written('note'),
      reason: written('reason'),
      legalBasis: written('legalBasis'),
      accountId: written('accountId'),
      requestId: written('requestId'),
      receiptBook: v.pipe(
        written('receiptBook'),
        v.check((value) => value === '' || v.is(seriesPeriod, value), 'receiptBook'),
      ),
      reference: written('reference'),
      resultNumber: written('resultNumber'),
      fileId: written('fileId'),
      receivedBy: written('receivedBy'),
      nationalCode: written('nationalCode'),
      dueOn: v.pipe(dayOrNone, said('dueOn')),
      issuedOn: v.pipe(dayOrNone, said('issuedOn')),
      stage: v.optional(papersRequested.schema.entries.stage, 'appraisal'),
      channel: v.optional(channel, 'desk'),
      method: v.optional(feesPaid.schema.entries.method, 'cash'),
      cause: v.optional(dossierExtended.schema.entries.cause, 'apology'),
      by: v.optional(returnBy, 'desk'),
      waits: v.optional(v.boolean(), false),
      /** Keys of the fees that are asked for; number, copies and discount stand beside them (`askedFees`). */
      feeKeys: v.optional(v.array(v.string()), []),
    }),
  );
}

/** What the form of an act holds once it is checked. */
export type ActData = ReturnType<typeof actSchema>['defaults'];
