import { describe, expect, test } from 'vitest';
import { amountInWords, longDay, longDue, longTime, moneyText, shortDue, shortTime, termText } from './words.ts';

describe('words of the forms', () => {
  test.each([
    ['2026-01-02', 'ngày 02 tháng 01 năm 2026'],
    ['2026-02-10', 'ngày 10 tháng 02 năm 2026'],
    ['2026-03-09', 'ngày 09 tháng 3 năm 2026'],
    ['2026-11-20', 'ngày 20 tháng 11 năm 2026'],
  ])('%s is %s (Decree 30/2020)', (day, text) => {
    expect(longDay(day)).toBe(text);
  });

  test('instants are told in Vietnam’s time, on its day', () => {
    expect(longTime('2026-11-19T18:05:59.000Z')).toBe('01 giờ 05 phút, ngày 20 tháng 11 năm 2026');
    expect(shortTime('2026-12-31T17:00:00.000Z')).toBe('00:00 01/01/2027');
  });

  test('a deadline that is the end of a day is told as that day, not as the first minute of the next', () => {
    expect(longDue('2026-11-26T17:00:00.000Z')).toBe('giờ làm việc ngày 26 tháng 11 năm 2026');
    expect(shortDue('2026-11-26T17:00:00.000Z')).toBe('26/11/2026');
    expect(longDue('2026-11-26T09:30:00.000Z')).toBe('16 giờ 30 phút, ngày 26 tháng 11 năm 2026');
    expect(shortDue('2026-11-26T09:30:00.000Z')).toBe('16:30 26/11/2026');
  });

  test.each([
    [{ unit: 'same_day' } as const, 'Ngay trong ngày'],
    [{ unit: 'working_days', amount: 3 } as const, '03 ngày làm việc'],
    [{ unit: 'days', amount: 15 } as const, '15 ngày'],
    [{ unit: 'hours', amount: 4 } as const, '04 giờ làm việc'],
    [null, null],
  ])('term %j is %s', (term, text) => {
    expect(termText(term)).toBe(text);
  });

  test.each([
    [0, 'Không đồng'],
    [5, 'Năm đồng'],
    [10, 'Mười đồng'],
    [15, 'Mười lăm đồng'],
    [21, 'Hai mươi mốt đồng'],
    [105, 'Một trăm lẻ năm đồng'],
    [8000, 'Tám nghìn đồng'],
    [28_005, 'Hai mươi tám nghìn không trăm lẻ năm đồng'],
    [150_000, 'Một trăm năm mươi nghìn đồng'],
    [1_000_011, 'Một triệu không trăm mười một đồng'],
    [1_234_567, 'Một triệu hai trăm ba mươi bốn nghìn năm trăm sáu mươi bảy đồng'],
    [1_000_000_000, 'Một tỷ đồng'],
  ])('%d đồng is “%s”', (amount, text) => {
    expect(amountInWords(amount)).toBe(text);
  });

  test('amounts have dots between thousands', () => {
    expect(moneyText(1_234_567)).toBe('1.234.567 đồng');
  });
});
