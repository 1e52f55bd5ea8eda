import { dayInVietnam, localTime } from '@nocgia/schemas/days.ts';
import type { Term } from '@nocgia/schemas/events/clock.ts';

/** Two digits; Decree 30/2020 annex I: days under 10 and months 1 and 2 with a leading 0. */
const two = (number: number): string => String(number).padStart(2, '0');

/** `2026-01-02` -> `ngày 02 tháng 01 năm 2026`; `2026-03-12` -> `ngày 12 tháng 3 năm 2026` (Decree 30/2020, annex I, II.4). */
export function longDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return `ngày ${two(date)} tháng ${month <= 2 ? two(month) : month} năm ${year}`;
}

/** `2026-01-02` -> `02/01/2026`; what is known of a birth stays as far as it goes. */
export function shortDay(day: string): string {
  return day.split('-').reverse().join('/');
}

/** Hours and minutes of an instant in Asia/Ho_Chi_Minh. */
function clock(instant: string): [hours: string, minutes: string] {
  const minutes = Math.floor(localTime(Date.parse(instant)).time / 60_000);
  return [two(Math.floor(minutes / 60)), two(minutes % 60)];
}

/** `09 giờ 05 phút, ngày 20 tháng 11 năm 2026`, as the forms of Circular 03/2025/TT-VPCP write an instant. */
export function longTime(instant: string): string {
  const [hours, minutes] = clock(instant);
  return `${hours} giờ ${minutes} phút, ${longDay(dayInVietnam(new Date(instant)))}`;
}

/** `09:05 20/11/2026`, for tables. */
export function shortTime(instant: string): string {
  return `${clock(instant).join(':')} ${shortDay(dayInVietnam(new Date(instant)))}`;
}

/** The day that a deadline ends with, where it is its midnight (BLDS 2015, art. 148.6); null where it is a time of the day. */
function endedDay(deadline: string): string | null {
  const at = Date.parse(deadline);
  return localTime(at).time === 0 ? dayInVietnam(new Date(at - 1)) : null;
}

/** A deadline in full: `giờ làm việc ngày 26 tháng 11 năm 2026` where it is the end of a day, else with hours and minutes. */
export function longDue(deadline: string): string {
  const day = endedDay(deadline);
  return day === null ? longTime(deadline) : `giờ làm việc ${longDay(day)}`;
}

/** A deadline for tables: `26/11/2026` where it is the end of a day, else `09:05 20/11/2026`. */
export function shortDue(deadline: string): string {
  const day = endedDay(deadline);
  return day === null ? shortTime(deadline) : shortDay(day);
}

/** The term of a procedure as the catalogue says it, `03 ngày làm việc`; null where it names none. */
export function termText(term: Term | null): string | null {
  if (term === null) return null;
  if (term.unit === 'same_day') return 'Ngay trong ngày';
  const unit = { hours: 'giờ làm việc', days: 'ngày', working_days: 'ngày làm việc' }[term.unit];
  return `${two(term.amount)} ${unit}`;
}

/** `1.234.567 đồng`. */
export function moneyText(amount: number): string {
  return `${new Intl.NumberFormat('vi-VN').format(amount)} đồng`;
}

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

/** Three digits in words; `whole` says hundreds even where there are none, as after a thousand. */
function group(number: number, whole: boolean): string[] {
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10];
  const words: string[] = [];
  if (hundreds > 0 || whole) words.push(digits[hundreds] ?? '', 'trăm');
  if (tens === 1) words.push('mười');
  else if (tens > 1) words.push(digits[tens] ?? '', 'mươi');
  else if (ones > 0 && words.length > 0) words.push('lẻ');
  if (ones === 0) return words;
  if (ones === 1 && tens > 1) words.push('mốt');
  else if (ones === 5 && tens > 0) words.push('lăm');
  else words.push(digits[ones] ?? '');
  return words;
}

/** An amount of đồng (an integer of at most twelve digits) as a receipt writes it out: 28005 -> `Hai mươi tám nghìn không trăm lẻ năm đồng`. */
export function amountInWords(amount: number): string {
  if (amount === 0) return 'Không đồng';
  const scales = ['', 'nghìn', 'triệu', 'tỷ'];
  const groups: number[] = [];
  for (let rest = amount; rest > 0; rest = Math.floor(rest / 1000)) groups.unshift(rest % 1000);
  const words = groups.flatMap((value, index) =>
    value === 0 ? [] : [...group(value, index > 0), scales[groups.length - 1 - index] ?? ''],
  );
  const text = words.filter((word) => word !== '').join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)} đồng`;
}
