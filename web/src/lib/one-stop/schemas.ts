import { agencyCode, bankAccount, oneStopSettings } from '@nocgia/schemas/events/one-stop.ts';
import { pauseMode } from '@nocgia/schemas/events/clock.ts';
import { seriesPeriod } from '@nocgia/schemas/events/numbering.ts';
import { matter, procedureCode, procedureContent, settlementKind } from '@nocgia/schemas/events/procedure.ts';
import { valibot } from 'sveltekit-superforms/adapters';
import * as v from 'valibot';
import { commandId, day, needed, oneOf, text } from '#lib/forms/fields.ts';

// Forms of how the one-stop desk is set up, one schema each.

/** Text that a schema of the events takes, or nothing at all. */
const like = (schema: v.GenericSchema<string, string>, message: string) =>
  v.optional(
    v.pipe(
      v.string(),
      v.transform((value) => value.normalize('NFC').trim()),
      v.check((value) => value === '' || v.is(schema, value), message),
    ),
    '',
  );

export const settings = valibot(
  v.object({
    commandId,
    agencyCode: v.pipe(
      v.string(),
      v.transform((value) => value.trim().toUpperCase()),
      v.nonEmpty('required'),
      v.check((value) => v.is(agencyCode, value), 'format'),
    ),
    deskName: needed(200),
    address: text(300),
    phone: text(60),
    papersPause: oneOf(pauseMode.options),
    feesPause: oneOf(pauseMode.options),
    assignment: oneOf(oneStopSettings.entries.assignment.options),
    bankBin: like(bankAccount.entries.bankBin, 'format'),
    bankName: text(100),
    accountNumber: like(bankAccount.entries.accountNumber, 'format'),
    accountName: text(100),
  }),
);

export const week = valibot(v.object({ commandId, saturday: oneOf(['none', 'open', 'working']) }));
export const year = valibot(v.object({ commandId }));
export const series = valibot(
  v.object({
    commandId,
    period: v.pipe(
      v.string(),
      v.trim(),
      v.nonEmpty('required'),
      v.check((value) => v.is(seriesPeriod, value), 'line'),
    ),
    at: v.pipe(v.number('number'), v.integer('number'), v.minValue(1, 'number'), v.maxValue(99_999_999, 'number')),
  }),
);

const level = (least: number) =>
  v.optional(
    v.pipe(
      v.string(),
      v.check(
        (value) => value === '' || (/^\d$/.test(value) && Number(value) >= least && Number(value) <= 4),
        'number',
      ),
    ),
    '',
  );
const { onlineLevel, competence } = procedureContent.entries;

/** All of a procedure's version but its steps, papers and fees, which are rows (`procedure-rows.ts`). */
export const procedure = valibot(
  v.object({
    commandId,
    /** The newest version that the page showed; 0 when there was none. */
    version: v.number(),
    code: v.pipe(
      v.string(),
      v.trim(),
      v.nonEmpty('required'),
      v.check((value) => v.is(procedureCode, value), 'format'),
    ),
    validFrom: day,
    name: needed(1000),
    matter: oneOf(matter.options),
    fieldName: needed(200),
    onlineLevel: oneOf(onlineLevel.options),
    partialReason: text(500),
    formerLevel: level(1),
    proactiveLevel: level(0),
    termAmount: text(3),
    termUnit: text(20),
    cutoff: v.optional(v.boolean(), false),
    onTheSpot: v.optional(v.boolean(), false),
    competence: oneOf(competence.options),
    resultName: text(500),
    resultCode: text(60),
    legalBasis: text(1000),
    decision: text(200),
    settlement: v.optional(v.union([v.literal(''), settlementKind]), ''),
  }),
);
export const ending = valibot(v.object({ commandId, reason: needed(500), occurredOn: day }));
