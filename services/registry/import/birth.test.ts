import { describe, expect, test } from 'vitest';
import { fromParts, fromText } from './birth.ts';
import { serialDay } from '../../tables/reader/serial-day.ts';

const today = '2026-11-22';

describe('one cell', () => {
  test.each([
    ['01/06/1960', '1960-06-01'],
    ['1-6-1960', '1960-06-01'],
    ['1.6.1960', '1960-06-01'],
    ['1 / 6 / 1960', '1960-06-01'],
    ['1960-06-01', '1960-06-01'],
    ['1960/6/1', '1960-06-01'],
    ['1960-06-01 00:00:00', '1960-06-01'],
    ['01061960', '1960-06-01'],
    ['ngày 1 tháng 6 năm 1960', '1960-06-01'],
    ['1960', '1960'],
    ['năm 1960', '1960'],
    ['22068', '1960-06-01'],
  ])('%s', (text, value) => expect(fromText(text, today, false)).toEqual({ value }));

  test.each([
    ['6/1960', '1960-06', 'incomplete'],
    ['??/??/1960', '1960', 'incomplete'],
    ['00/00/1960', '1960', 'incomplete'],
    ['31/02/1960', '1960', 'impossible'],
    ['12/25/1960', '1960-12-25', 'swapped'],
    ['1/6/60', '1960-06-01', 'two_digit_year'],
    ['1/6/25', '2025-06-01', 'two_digit_year'],
    ['1/6/2060', null, 'future'],
    ['23/11/2026', null, 'future'],
    ['1/6/1850', '1850-06-01', 'too_old'],
    ['không nhớ', null, 'unreadable'],
    ['1/6', null, 'no_year'],
  ])('%s is doubtful', (text, value, doubt) => expect(fromText(text, today, false)).toEqual({ value, doubt }));

  test('a number counts days in the date system of its workbook', () => {
    expect(fromText('20606', today, true)).toEqual({ value: '1960-06-01' });
    expect([
      serialDay(1, false),
      serialDay(59, false),
      serialDay(60, false),
      serialDay(61, false),
      serialDay(0, true),
    ]).toEqual(['1900-01-01', '1900-02-28', undefined, '1900-03-01', '1904-01-01']);
  });
});

test.each([
  [['1', '6', '1960'], { value: '1960-06-01' }],
  [[null, '6', '1960'], { value: '1960-06', doubt: 'incomplete' }],
  [[null, null, '1960'], { value: '1960', doubt: 'incomplete' }],
  [['1', '6', null], { value: null, doubt: 'no_year' }],
  [['31', '2', '1960'], { value: '1960', doubt: 'impossible' }],
  [['29', '2', '2023'], { value: '2023', doubt: 'impossible' }],
  [['29', '2', '2024'], { value: '2024-02-29' }],
  [['1', '13', '1960'], { value: '1960-01-13', doubt: 'swapped' }],
  [['14', '13', '1960'], { value: '1960', doubt: 'impossible' }],
  [['hai', '6', '1960'], { value: '1960', doubt: 'unreadable' }],
] as const)('three cells: %j', ([day, month, year], expected) =>
  expect(fromParts(day, month, year, today)).toEqual(expected),
);
