import { matterOfName } from '@nocgia/schemas/code-lists/matters.ts';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import type { Term } from '@nocgia/schemas/events/clock.ts';
import { procedureCode, procedureContent, type Fee, type ProcedureContent } from '@nocgia/schemas/events/procedure.ts';
import { parse } from 'csv-parse/sync';
import * as v from 'valibot';
import { readOffers, type RawOffer } from './raw-terms.ts';
import { declaration, stepsOf, type Field } from './shape.ts';

/**
 * Why a term has to be asked for: a number without its unit, nothing at all, another one for each way of handing in, or a text that
 * breaks off before it comes to the desk.
 */
export interface TermAsked {
  why: 'no_unit' | 'none' | 'differs' | 'cut';
  /** The number that stands there without a unit. */
  number: number | null;
}

/** A row of a catalogue: what may be published of it, and what the ward has to be asked. */
export interface Proposal {
  /** Number of the row in the file, the heading being 1. */
  row: number;
  code: string;
  /** The term is null where it is asked for; fees are those that the text says clearly. */
  content: ProcedureContent;
  termAsked: TermAsked | null;
  /** What the text says of fees that is no plain amount: unknown, the provincial council's, with conditions. */
  feesAsked: readonly string[];
}

export interface RefusedRow {
  row: number;
  code: string;
  why: 'code' | 'twice' | 'content';
}

const columns = ['code', 'name', 'field', 'decision', 'channel_time_fee_raw', 'result', 'result_code'] as const;

/** Fields of other authorities that the commune's list names too: mirrored, not taken at the ward's desk. */
const others = ['hải quan', 'thuế', 'kho bạc nhà nước', 'bhxh', 'bhyt', 'tòa án', 'hàng hải', 'xuất nhập cảnh'];
/** What the police of a commune settles: everything of its ministry. */
const POLICE = 'bo-cong-an';

/**
 * Reads a catalogue of procedures from the text of a CSV file (UTF-8; columns `code, name, field, decision, channel_time_fee_raw, result,
 * result_code`, and `ministry` where there is one; others are left alone). Throws a RejectionError where the file is no such table.
 */
export function readCatalogue(bytes: Uint8Array): { proposals: Proposal[]; refused: RefusedRow[] } {
  const table = readTable(bytes);
  const cutAt = cutLength(table);
  const seen = new Set<string>();
  const proposals: Proposal[] = [];
  const refused: RefusedRow[] = [];
  for (const [index, cells] of table.entries()) {
    const row = index + 2;
    const code = (cells.code ?? '').trim();
    const why = !v.safeParse(procedureCode, code).success ? 'code' : seen.has(code) ? 'twice' : null;
    const cut = (cells.channel_time_fee_raw ?? '').length >= cutAt;
    const read = why === null ? proposalOf(row, code, cells, cut) : null;
    if (read) proposals.push(read);
    else refused.push({ row, code: code.slice(0, 40), why: why ?? 'content' });
    seen.add(code);
  }
  return { proposals, refused };
}

type Cells = Readonly<Record<string, string | undefined>>;

/** The length at which whoever made the file cut its longest cells off: several are of exactly the same. Infinite where none are cut. */
function cutLength(table: readonly Cells[]): number {
  const lengths = table.map((cells) => (cells.channel_time_fee_raw ?? '').length);
  const longest = lengths.reduce((most, one) => Math.max(most, one), 0);
  return longest > 100 && lengths.filter((one) => one === longest).length >= 3 ? longest : Infinity;
}

function readTable(bytes: Uint8Array): Cells[] {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new RejectionError({ code: 'CATALOGUE_FILE' });
  }
  let table: Record<string, string>[];
  try {
    table = parse(text, { columns: true, bom: true, skip_empty_lines: true, trim: true });
  } catch {
    throw new RejectionError({ code: 'CATALOGUE_FILE' });
  }
  if (table.length === 0) throw new RejectionError({ code: 'CATALOGUE_FILE' });
  const missing = columns.filter((name) => !(name in (table[0] ?? {})));
  if (missing.length > 0)
    throw new RejectionError({ code: 'CATALOGUE_COLUMNS', params: { columns: missing.join(', ') } });
  return table;
}

/** A cell as one line of NFC text, no longer than so many characters; null when it is empty. */
function line(cell: string | undefined, most: number): string | null {
  const text = (cell ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
  return text === '' ? null : text.slice(0, most).trim();
}

function proposalOf(row: number, code: string, cells: Cells, cut: boolean): Proposal | null {
  const fieldName = line(cells.field, 200);
  const offers = readOffers(cells.channel_time_fee_raw ?? '');
  const { term, termAsked } = oneTerm(offers, cut);
  const { fees, feesAsked } = feesFrom(offers);
  const matter = matterOfName(fieldName ?? '');
  const field: Field = {
    matter,
    fieldName: fieldName ?? '',
    competence: competenceOf(fieldName ?? '', cells.ministry),
  };
  const checked = v.safeParse(procedureContent, {
    name: line(cells.name, 1000),
    matter,
    fieldName,
    // The table says that something is taken online, not how far: the ward opens it.
    onlineLevel: 'none',
    partialReason: null,
    formerLevel: null,
    proactiveLevel: 0,
    term,
    cutoff: false,
    fees,
    papers: field.competence === 'ward' ? [declaration('Hồ sơ theo quyết định công bố thủ tục')] : [],
    resultName: line(
      (cells.result ?? '').replaceAll(/Mã: ?(?:KQ\.[A-Z]+\d*\.\d+|\S*$)/g, '; ').replace(/(?:; ?)+$/, ''),
      500,
    ),
    resultCode: line(cells.result_code, 60),
    legalBasis: null,
    decision: line(cells.decision, 200),
    onTheSpot: false,
    competence: field.competence,
    steps: stepsOf(field, 'approved'),
    settlement: null,
  });
  return checked.success ? { row, code, content: checked.output, termAsked, feesAsked } : null;
}

function competenceOf(fieldName: string, ministry: string | undefined): ProcedureContent['competence'] {
  if (ministry?.trim() === POLICE) return 'police';
  const plain = fieldName.normalize('NFC').toLocaleLowerCase('vi');
  return others.some((one) => plain.includes(one)) ? 'other' : 'ward';
}

/** The term that all channels agree on; what must be asked where they do not, or where a unit is missing. `cut`: not all are told. */
function oneTerm(offers: readonly RawOffer[], cut: boolean): { term: Term | null; termAsked: TermAsked | null } {
  const said = offers.flatMap(({ term }) => (term === null ? [] : [term]));
  const bare = said.flatMap((one) => ('number' in one ? [one.number] : []));
  if (bare.length > 0) return { term: null, termAsked: { why: 'no_unit', number: bare[0] ?? null } };
  const known = said.flatMap((one) => ('known' in one ? [one.known] : []));
  const [first] = known;
  if (!first) return { term: null, termAsked: { why: 'none', number: null } };
  const agree = known.every((one) => JSON.stringify(one) === JSON.stringify(first));
  if (!agree) return { term: null, termAsked: { why: 'differs', number: null } };
  // Two that agree are taken for all; of one alone the desk's may differ.
  if (cut && known.length < 2 && !offers.some(({ channel }) => channel === 'desk'))
    return { term: null, termAsked: { why: 'cut', number: null } };
  return { term: first, termAsked: null };
}

const council = /hội đồng nhân dân|hđnd/i;

/** Fees that are plain amounts, one for all channels where they agree; everything else as a line to be asked. */
function feesFrom(offers: readonly RawOffer[]): { fees: Fee[]; feesAsked: string[] } {
  const asked = new Set<string>();
  let cut = 0;
  const plain = offers.flatMap(({ channel, fee }) => {
    if (fee.kind === 'cut') {
      cut++;
      return [];
    }
    if (fee.kind === 'unknown') asked.add(fee.text.trim() || 'Không có thông tin');
    else if (council.test(fee.note) || (fee.kind === 'amount' && hasConditions(fee.note)))
      asked.add(fee.note.slice(0, 300));
    return fee.kind === 'amount' ? [{ channel, amount: fee.amount, note: fee.note }] : [];
  });
  if (offers.length === 0) asked.add('Không có thông tin');
  const desk = plain.find(({ channel }) => channel === 'desk') ?? plain.find(({ channel }) => channel === 'post');
  const online = plain.find(({ channel }) => channel === 'online');
  // One fee for all only where both ways are told and cost the same; what one of them costs says nothing of the other.
  const same =
    desk !== undefined && plain.length + cut === offers.length && plain.every(({ amount }) => amount === desk.amount);
  const made =
    same && online
      ? [feeOf(desk, 'any')]
      : [...(desk ? [feeOf(desk, 'desk')] : []), ...(online ? [feeOf(online, 'online')] : [])];
  return { fees: made, feesAsked: [...asked] };
}

/** Whether a note says more than what the amount is for: further amounts, shares, periods. */
function hasConditions(note: string): boolean {
  return note.length > 60 || /%|;/.test(note) || (note.match(/\d[\d.,]*\d{3}/g) ?? []).length > 1;
}

function feeOf({ amount, note }: { amount: number; note: string }, channel: Fee['channel']): Fee {
  const per = /\/ ?trang/i.test(note) ? 'page' : /\/ ?bản(?! án)/i.test(note) ? 'copy' : 'dossier';
  return {
    key: channel === 'any' ? 'phi' : channel === 'desk' ? 'phi_truc_tiep' : 'phi_truc_tuyen',
    name: 'Phí, lệ phí',
    amount,
    per,
    ...{ amountFromThird: null, most: null, channel, validFrom: null, validTo: null, discounts: [] },
    legalBasis: note.slice(0, 300).trim() || null,
  };
}
