import * as v from 'valibot';
import { matters, type Matter } from '../code-lists/matters.ts';
import { role } from './account.ts';
import { term } from './clock.ts';
import { day, line, uuid, wardCode } from './common.ts';
import { defineEvent, type EventOf } from './define.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const key = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]{0,39}$/));

export const matter = v.picklist(matters.map((one) => one.code) as [Matter, ...Matter[]]);

/** National code of a procedure, e.g. `1.001193`; a ward's own procedures carry any short code of letters, digits, dots and dashes. */
export const procedureCode = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/));

/** Đồng. */
const money = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000));

/** A fee with the reasons for which less is paid; `per` a dossier, a page or a copy. The dates are the first and last day on which it holds. */
export const fee = v.object({
  key,
  name: line(200),
  amount: money,
  per: v.picklist(['dossier', 'page', 'copy']),
  /** From the third page on another amount (Circular 226/2016/TT-BTC art. 4), and a most per copy. */
  amountFromThird: v.nullable(money),
  most: v.nullable(money),
  channel: v.picklist(['any', 'desk', 'online']),
  validFrom: v.nullable(day),
  validTo: v.nullable(day),
  discounts: v.array(
    v.object({ key, reason: line(300), percent: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)) }),
  ),
  legalBasis: v.nullable(line(300)),
});
export type Fee = v.InferOutput<typeof fee>;

/** A paper that is asked for. `fromRegister`: what the ward holds already and does not ask for again. */
export const requiredPaper = v.object({
  key,
  name: line(500),
  form: v.picklist(['original', 'certified', 'copy', 'electronic']),
  copies: v.pipe(count, v.minValue(1), v.maxValue(20)),
  required: v.boolean(),
  fromRegister: v.nullable(v.picklist(['identity', 'residence', 'marital_status', 'household', 'poverty_status'])),
});
export type RequiredPaper = v.InferOutput<typeof requiredPaper>;

/** One step of the process, done by somebody who holds one of these roles. The term is the step's own share of the whole. */
export const step = v.object({
  key,
  name: line(200),
  kind: v.picklist(['take', 'appraise', 'approve', 'sign', 'return']),
  roles: v.pipe(v.array(role), v.minLength(1)),
  term: v.nullable(term),
});
export type Step = v.InferOutput<typeof step>;

/** What a settled dossier writes into the register; null where it writes nothing. */
export const settlementKind = v.picklist([
  'birth',
  'death',
  'marriage',
  'marital_status',
  'civil_correction',
  'household_status',
]);
export type SettlementKind = v.InferOutput<typeof settlementKind>;

export const procedureContent = v.object({
  name: line(1000),
  matter,
  /** The field as the national catalogue writes it. */
  fieldName: line(200),
  onlineLevel: v.picklist(['none', 'partial', 'full']),
  /** Why it cannot be done online from end to end (Decree 224/2026 art. 14: only with a published reason). */
  partialReason: v.nullable(line(500)),
  /** Level 1 to 4 as it was before Decree 42/2022. */
  formerLevel: v.nullable(v.pipe(count, v.minValue(1), v.maxValue(4))),
  /** Decree 224/2026 art. 16; 0 = not offered by itself. */
  proactiveLevel: v.pipe(count, v.maxValue(4)),
  /** Null: the catalogue names none, and none is guessed. */
  term: v.nullable(term),
  /** Taken after 15:00 and not settled the same day: the next working day (civil status). */
  cutoff: v.boolean(),
  fees: v.array(fee),
  papers: v.array(requiredPaper),
  resultName: v.nullable(line(500)),
  resultCode: v.nullable(line(60)),
  legalBasis: v.nullable(line(1000)),
  decision: v.nullable(line(200)),
  onTheSpot: v.boolean(),
  /** The police's procedures are mirrored, never run here (Law on Residence 68/2020/QH14). */
  competence: v.picklist(['ward', 'police', 'other']),
  steps: v.pipe(v.array(step), v.minLength(1), v.maxLength(20)),
  settlement: v.nullable(settlementKind),
});
export type ProcedureContent = v.InferOutput<typeof procedureContent>;

/**
 * Stream `procedure-<uuid>`, one per ward and code: a version that holds for dossiers taken from `validFrom` on. A version that was
 * published is never changed; running dossiers keep theirs.
 */
export const procedurePublished = defineEvent('ProcedurePublished', 1, {
  procedureId: uuid,
  ward: wardCode,
  code: procedureCode,
  version: v.pipe(count, v.minValue(1)),
  validFrom: day,
  content: procedureContent,
  occurredOn: day,
});
/** No dossier is taken for it from `occurredOn` on (abolished, or handed to another authority). */
export const procedureEnded = defineEvent('ProcedureEnded', 1, {
  procedureId: uuid,
  ward: wardCode,
  reason: line(500),
  occurredOn: day,
});

export type ProcedureEvent = EventOf<typeof procedurePublished> | EventOf<typeof procedureEnded>;
