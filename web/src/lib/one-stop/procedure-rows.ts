import { role as roleSchema } from '@nocgia/schemas/events/account.ts';
import { fee as feeSchema, requiredPaper, step as stepSchema } from '@nocgia/schemas/events/procedure.ts';
import type {
  FeeInput,
  ProcedureFullFragment,
  ProcedureStepInput,
  RequiredPaperInput,
  TermInput,
  TermUnit,
} from '#lib/api/generated.ts';
import { fold } from '#lib/fold.ts';
import { rowsOf } from '#lib/forms/rows.ts';
import { showDay } from '#lib/format.ts';
import { readDay } from '#lib/read-day.ts';
import { feeFields, paperFields, stepFields, type ProcedureRows } from './procedure-shape.ts';

const text = (value: number | string | null): string => (value === null ? '' : String(value));

/** The rows of a version, for a form that begins with them. */
export function rowsOfVersion({ steps, papers, fees }: ProcedureFullFragment): ProcedureRows {
  return {
    steps: steps.map(({ key, name, kind, roles, term }) => ({
      ...{ key, name, kind, roles: [...roles], amount: text(term?.amount ?? null), unit: term?.unit ?? '' },
    })),
    papers: papers.map(({ key, name, form, copies, required, fromRegister }) => ({
      ...{
        key,
        name,
        form,
        copies: String(copies),
        required: required ? 'yes' : 'no',
        fromRegister: fromRegister ?? '',
      },
    })),
    fees: fees.map((fee) => ({
      ...{ key: fee.key, name: fee.name, amount: String(fee.amount), per: fee.per, channel: fee.channel },
      ...{ amountFromThird: text(fee.amountFromThird), most: text(fee.most), legalBasis: text(fee.legalBasis) },
      ...{ validFrom: showDay(text(fee.validFrom)), validTo: showDay(text(fee.validTo)) },
      discounts: fee.discounts.map(({ reason, percent }) => `${reason} = ${percent}`).join('\n'),
    })),
  };
}

/** The rows that were posted, with the place of each on the form. */
export function postedRows(posted: FormData) {
  return {
    steps: rowsOf(posted, 'step', stepFields, 'name').map((row) => ({
      ...row,
      roles: posted.getAll(`step.roles.${row.at}`).filter((role) => typeof role === 'string'),
    })),
    papers: rowsOf(posted, 'paper', paperFields, 'name'),
    fees: rowsOf(posted, 'fee', feeFields, 'name'),
  };
}

const units: readonly TermUnit[] = ['same_day', 'hours', 'days', 'working_days'];

/** A term of a number and a unit as typed; null = none was, undefined = it makes no sense. */
export function termOf(amount: string, unit: string): TermInput | null | undefined {
  if (amount === '' && unit === '') return null;
  const known = units.find((one) => one === unit);
  if (!known || (known === 'same_day') !== (amount === '')) return undefined;
  if (known === 'same_day') return { unit: known };
  return /^[1-9]\d{0,2}$/.test(amount) ? { unit: known, amount: Number(amount) } : undefined;
}

/** Keys for rows that have none yet, made of their names: `Tờ khai` as `to_khai`; none twice. */
export function keysFor(rows: readonly { key: string; name: string }[]): string[] {
  const taken = new Set(rows.map(({ key }) => key).filter(Boolean));
  return rows.map(({ key, name }) => {
    if (key !== '') return key;
    const plain = fold(name)
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^[_\d]+|_+$/g, '')
      .slice(0, 34);
    const base = plain === '' ? 'muc' : plain.replace(/_+$/, '');
    let made = base;
    for (let n = 2; taken.has(made); n++) made = `${base}_${n}`;
    taken.add(made);
    return made;
  });
}

const whole = (value: string): number | undefined => {
  const digits = value.replace(/[\s.,]/g, '');
  return /^\d{1,10}$/.test(digits) ? Number(digits) : undefined;
};

/** An empty cell is null; undefined: it makes no sense. */
const perhaps = <T>(value: string, read: (value: string) => T | undefined): T | null | undefined =>
  value === '' ? null : read(value);

function discountsOf(lines: string): { key: string; reason: string; percent: number }[] | undefined {
  const read = lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => /^(.+?)\s*[=:]\s*(\d{1,3})\s*%?$/.exec(line));
  const all = read.flatMap((found) => (found ? [{ key: '', name: found[1] ?? '', percent: Number(found[2]) }] : []));
  if (all.length < read.length || all.some(({ percent }) => percent < 1 || percent > 100)) return undefined;
  const keys = keysFor(all);
  return all.map(({ name, percent }, index) => ({ key: keys[index] ?? '', reason: name, percent }));
}

/** What is wrong with the rows: which kind and which place on the form. */
export interface WrongRow {
  kind: 'steps' | 'step' | 'paper' | 'fee';
  at: number;
}

type Posted = ReturnType<typeof postedRows>;
type Read<T> = { ok: true; value: T } | { ok: false };

const among = <const T extends string>(values: readonly T[], value: string): T | undefined =>
  values.find((one) => one === value);

function stepOf(row: Posted['steps'][number], key: string): Read<ProcedureStepInput> {
  const term = termOf(row.amount, row.unit);
  const kind = among(stepSchema.entries.kind.options, row.kind);
  const roles = roleSchema.options.filter((one) => row.roles.includes(one));
  if (term === undefined || kind === undefined || roles.length === 0) return { ok: false };
  return { ok: true, value: { key, name: row.name, kind, roles, term } };
}

function paperOf(row: Posted['papers'][number], key: string): Read<RequiredPaperInput> {
  const copies = Number(row.copies);
  const form = among(requiredPaper.entries.form.options, row.form);
  const fromRegister = perhaps(row.fromRegister, (value) =>
    among(requiredPaper.entries.fromRegister.wrapped.options, value),
  );
  if (!Number.isInteger(copies) || copies < 1 || copies > 20 || form === undefined || fromRegister === undefined)
    return { ok: false };
  return { ok: true, value: { key, name: row.name, form, copies, required: row.required === 'yes', fromRegister } };
}

function feeOf(row: Posted['fees'][number], key: string): Read<FeeInput> {
  const amount = whole(row.amount);
  const per = among(feeSchema.entries.per.options, row.per);
  const channel = among(feeSchema.entries.channel.options, row.channel);
  const [amountFromThird, most] = [perhaps(row.amountFromThird, whole), perhaps(row.most, whole)];
  const [validFrom, validTo] = [perhaps(row.validFrom, readDay), perhaps(row.validTo, readDay)];
  const discounts = discountsOf(row.discounts);
  if (amount === undefined || per === undefined || channel === undefined || discounts === undefined)
    return { ok: false };
  if (amountFromThird === undefined || most === undefined || validFrom === undefined || validTo === undefined)
    return { ok: false };
  const terms = { amount, per, amountFromThird, most, channel, validFrom, validTo, discounts };
  return { ok: true, value: { key, name: row.name, ...terms, legalBasis: row.legalBasis || null } };
}

function readAll<R extends { key: string; name: string; at: number }, T>(
  rows: readonly R[],
  read: (row: R, key: string) => Read<T>,
): { values: T[]; wrong: number | null } {
  const keys = keysFor(rows);
  const values: T[] = [];
  for (const [index, row] of rows.entries()) {
    const one = read(row, keys[index] ?? '');
    if (!one.ok) return { values, wrong: row.at };
    values.push(one.value);
  }
  return { values, wrong: null };
}

/** The posted rows as the API takes them, or the first that it could not. */
export function rowsInput(
  posted: Posted,
):
  | { ok: true; steps: ProcedureStepInput[]; papers: RequiredPaperInput[]; fees: FeeInput[] }
  | { ok: false; wrong: WrongRow } {
  const steps = readAll(posted.steps, stepOf);
  const papers = readAll(posted.papers, paperOf);
  const fees = readAll(posted.fees, feeOf);
  if (posted.steps.length === 0) return { ok: false, wrong: { kind: 'steps', at: 0 } };
  if (steps.wrong !== null) return { ok: false, wrong: { kind: 'step', at: steps.wrong } };
  if (papers.wrong !== null) return { ok: false, wrong: { kind: 'paper', at: papers.wrong } };
  if (fees.wrong !== null) return { ok: false, wrong: { kind: 'fee', at: fees.wrong } };
  return { ok: true, steps: steps.values, papers: papers.values, fees: fees.values };
}
