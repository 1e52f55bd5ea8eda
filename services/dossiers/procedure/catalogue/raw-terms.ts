import type { Term } from '@nocgia/schemas/events/clock.ts';

/** A way of handing in, as the national catalogue names it. */
const channels = { 'Trực tiếp': 'desk', 'Trực tuyến': 'online', 'Dịch vụ bưu chính': 'post' } as const;
export type RawChannel = (typeof channels)[keyof typeof channels];

/** What the raw text says of one channel. */
export interface RawOffer {
  channel: RawChannel;
  /** A term with its unit, or the number that stands without one, or nothing at all. */
  term: { known: Term } | { number: number } | null;
  /** Free, an amount in đồng with what it is for, or not readable (`text` is what stands there), or cut off. */
  fee:
    | { kind: 'free'; note: string }
    | { kind: 'amount'; amount: number; note: string }
    | { kind: 'unknown'; text: string }
    | { kind: 'cut' };
}

const units: Readonly<Record<string, Exclude<Term['unit'], 'same_day'>>> = {
  'ngày làm việc': 'working_days',
  ngày: 'days',
  giờ: 'hours',
  'giờ làm việc': 'hours',
};

const heads = /(Trực tiếp|Trực tuyến|Dịch vụ bưu chính)(?=\d|Không)/g;
const withUnit = /^(\d{1,3}) ?(Ngày làm việc|Giờ làm việc|Ngày|Giờ)/;
const money = /^([1-9]\d{0,2}(?:,\d{3})*|[1-9]\d*) ?(?:Việt Nam Đồng|VNĐ|đồng)/;
/** A number of days or hours and the amount of a fee, with nothing between them: `1200,000 VNĐ` is `1` and `200,000`. */
const glued = /^(\d[\d,]*) ?(?:Việt Nam Đồng|VNĐ|đồng)/;
/** No fee of a commune is lower: a smaller number has lost its thousands. */
const LEAST = 1000;

/**
 * Reads a cell such as `Trực tuyến3 Ngày làm việc2,000 Việt Nam Đồng(/trang)Trực tiếp1Miễn phí` as the national portal glues it together:
 * channel, term, fee, note, again and again. Where the cell breaks off within the last channel's fee, that fee is `cut`; where it does so
 * within the term, the channel is left out if another is whole.
 */
export function readOffers(raw: string): RawOffer[] {
  const text = raw.normalize('NFC').replace(/\s+/g, ' ').trim();
  const marks = [...text.matchAll(heads)];
  // No channel is named: what is said holds at the desk.
  if (marks.length === 0) return /^(\d|Không|Miễn phí)/.test(text) ? [readOffer('Trực tiếp', text)] : [];
  const offers = marks.map((mark, index) => {
    const body = text.slice(mark.index + mark[0].length, marks[index + 1]?.index ?? text.length);
    const broken = index === marks.length - 1 ? breakOf(body) : null;
    const offer = readOffer(mark[0], body);
    return { offer: broken === 'fee' ? { ...offer, fee: { kind: 'cut' } as const } : offer, broken };
  });
  const whole = offers.filter(({ broken }) => broken !== 'term');
  return (whole.length > 0 ? whole : offers).map(({ offer }) => offer);
}

/** Where a body breaks off: within its fee (`30 NgàyMiễn`), or within its term (`30 Ngày làm`, `30 Ngày`: the unit may go on). */
function breakOf(body: string): 'term' | 'fee' | null {
  const { term, rest } = termOf(body);
  const nothing = 'Không có thông tin';
  if (readFee(rest).kind !== 'unknown' || rest.length >= nothing.length) return null;
  const begun =
    rest !== '' && (nothing.startsWith(rest) || 'Miễn phí'.startsWith(rest) || /^\d[\d,]*(?: ?V[^(]*)?$/.test(rest));
  return term !== null && 'known' in term && begun ? 'fee' : 'term';
}

function readOffer(name: string, body: string): RawOffer {
  const channel = channels[name as keyof typeof channels];
  const { term, rest } = termOf(body);
  return { channel, term, fee: readFee(rest) };
}

function termOf(body: string): { term: RawOffer['term']; rest: string } {
  const known = withUnit.exec(body);
  if (known) {
    const unit = units[(known[2] ?? '').toLocaleLowerCase('vi')];
    const amount = Number(known[1]);
    const rest = body.slice(known[0].length);
    return { term: unit && amount > 0 ? { known: { unit, amount } } : null, rest };
  }
  const none = /^(Không có thông tin|Không(?! có thông tin))/.exec(body);
  if (none) return { term: null, rest: body.slice(none[0].length) };
  const together = glued.exec(body)?.[1];
  if (together !== undefined) {
    const split = splits(together);
    // Several ways to part them, or none: neither the number nor the amount is known.
    if (split.length !== 1 || !split[0]) return { term: null, rest: `?${body}` };
    return { term: { number: split[0].number }, rest: body.slice(split[0].length) };
  }
  const bare = /^\d{1,3}/.exec(body);
  const number = Number(bare?.[0] ?? 0);
  return { term: number > 0 ? { number } : null, rest: body.slice(bare?.[0].length ?? 0) };
}

/** The ways in which digits part into a number and a well-formed amount of money. */
function splits(digits: string): { number: number; length: number }[] {
  return [1, 2, 3].flatMap((length) => {
    const [number, amount] = [digits.slice(0, length), digits.slice(length)];
    const fits = /^[1-9]\d*$/.test(number) && /^[1-9]\d{0,2}(,\d{3})*$/.test(amount);
    return fits ? [{ number: Number(number), length }] : [];
  });
}

function readFee(rest: string): RawOffer['fee'] {
  if (rest.startsWith('Miễn phí')) return { kind: 'free', note: noteOf(rest.slice('Miễn phí'.length)) };
  const found = money.exec(rest);
  const amount = Number((found?.[1] ?? '0').replaceAll(',', ''));
  if (found && amount >= LEAST && amount <= 1_000_000_000)
    return { kind: 'amount', amount, note: noteOf(rest.slice(found[0].length)) };
  return { kind: 'unknown', text: rest.replace(/^\?/, '').slice(0, 300) };
}

/** What stands in brackets after a fee, its own brackets included; what follows them is about handing in. */
function noteOf(rest: string): string {
  if (!rest.startsWith('(')) return '';
  let depth = 0;
  for (let at = 0; at < rest.length; at++) {
    if (rest[at] === '(') depth++;
    if (rest[at] === ')' && --depth === 0) return rest.slice(1, at).trim();
  }
  return rest.slice(1).trim();
}
