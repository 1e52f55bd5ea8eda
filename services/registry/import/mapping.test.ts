import { describe, expect, test } from 'vitest';
import { fieldSpecs } from './fields.ts';
import { fieldOfHeading } from './heading-words.ts';
import { findColumns } from './headings.ts';
import { checkMapping, missingFields } from './mapping.ts';
import type { Cell } from '../../tables/reader/messages.ts';

const rowsOf = (...rows: Cell[][]) => rows.map((cells, index) => ({ line: index + 1, cells }));
const mapped = (...headings: string[]) => {
  const { mapping } = findColumns(
    rowsOf(
      headings,
      headings.map(() => 'x'),
    ),
  );
  return Object.fromEntries(mapping.map(({ field, column }) => [headings[column] ?? '', field]));
};

describe('headings', () => {
  test('Vietnamese, in any order, case and accents', () => {
    expect(
      mapped(
        'KHU PHỐ',
        'Ngày, tháng, năm sinh',
        'Họ và tên',
        'Giới tính',
        'Số CCCD',
        'Quan hệ với chủ hộ',
        'Số hộ',
        'Điện thoại',
        'Ghi chú',
      ),
    ).toEqual({
      'KHU PHỐ': 'neighbourhood',
      'Ngày, tháng, năm sinh': 'birth',
      'Họ và tên': 'fullName',
      'Giới tính': 'sex',
      'Số CCCD': 'nationalId',
      'Quan hệ với chủ hộ': 'relation',
      'Số hộ': 'householdNumber',
      'Điện thoại': 'phone',
      'Ghi chú': 'note',
    });
  });

  test('English, and the columns of a census file', () => {
    expect(mapped('Full name', 'Sex', 'Date of birth', 'Household', 'Address')).toEqual({
      'Full name': 'fullName',
      Sex: 'sex',
      'Date of birth': 'birth',
      Household: 'householdNumber',
      Address: 'address',
    });
    const census = [
      'person_id',
      'pername1',
      'pername2',
      'sex',
      'dob_day',
      'dob_mon',
      'dob_year',
      'hse_num',
      'enumcap',
      'enumpc',
      'str_nam',
      'cap_add',
      'census_id',
    ];
    const { mapping } = findColumns(rowsOf(census, census));
    expect(mapping.filter(({ field }) => field === 'householdKey').map(({ column }) => census[column])).toEqual([
      'enumpc',
      'hse_num',
    ]);
    expect(mapping.filter(({ field }) => field === 'namePart').map(({ column }) => census[column])).toEqual([
      'pername1',
      'pername2',
    ]);
    expect(missingFields(mapping)).toEqual([]);
  });

  test('Nam is a sex and Năm a year, though they fold alike', () => {
    expect([fieldOfHeading('Nam'), fieldOfHeading('Năm'), fieldOfHeading('NỮ'), fieldOfHeading('Năm sinh')]).toEqual([
      'birthMale',
      'birthYear',
      'birthFemale',
      'birth',
    ]);
  });

  test('Họ is part of a name and Hộ a household; no heading names two fields', () => {
    expect([fieldOfHeading('Họ'), fieldOfHeading('Hộ')]).toEqual(['namePart', 'householdNumber']);
    const all = Object.values(fieldSpecs).flatMap(({ headings }) => headings);
    expect(all.filter((heading, index) => all.indexOf(heading) !== index)).toEqual([]);
  });

  test('a whole name makes its parts superfluous; a lone part serves as a name', () => {
    expect(mapped('Họ và tên', 'Tên', 'Số hộ')).toEqual({ 'Họ và tên': 'fullName', 'Số hộ': 'householdNumber' });
    expect(mapped('Họ đệm', 'Tên', 'Số hộ')).toEqual({
      'Họ đệm': 'namePart',
      Tên: 'namePart',
      'Số hộ': 'householdNumber',
    });
  });

  test('not in the first row, and on two lines under merged cells', () => {
    const found = findColumns(
      rowsOf(
        ['DANH SÁCH NHÂN KHẨU', 'DANH SÁCH NHÂN KHẨU', 'DANH SÁCH NHÂN KHẨU'],
        ['STT', 'Họ và tên', 'Ngày sinh', 'Ngày sinh', 'Ngày sinh', 'Số hộ'],
        ['STT', 'Họ và tên', 'Ngày', 'Tháng', 'Năm', 'Số hộ'],
        ['1', 'Nguyễn An', '1', '2', '1990', '7'],
      ),
    );
    expect(found.headingLine).toBe(3);
    expect(found.mapping.map(({ field }) => field)).toEqual([
      'ordinal',
      'fullName',
      'birthDay',
      'birthMonth',
      'birthYear',
      'householdNumber',
    ]);
    expect(found.columns[1]).toEqual({ index: 1, heading: 'Họ và tên', samples: ['Nguyễn An'] });
  });

  test('a file without headings has none, and every row is data', () => {
    expect(findColumns(rowsOf(['Nguyễn An', '1990'], ['Trần Bình', '1991']))).toMatchObject({
      headingLine: 0,
      mapping: [],
    });
  });
});

test('a mapping by hand is checked against fields and columns', () => {
  expect(
    checkMapping(
      [
        { field: 'fullName', column: 0 },
        { field: 'address', column: 1 },
      ],
      2,
    ),
  ).toMatchObject({ ok: true });
  expect(checkMapping([{ field: 'fullName', column: 0 }], 2)).toEqual({ ok: false, wrong: 'householdNumber' });
  expect(checkMapping([{ field: 'fullName', column: 5 }], 2)).toEqual({ ok: false, wrong: 'fullName: 5' });
  expect(checkMapping([{ field: 'constructor', column: 0 }], 2)).toEqual({ ok: false, wrong: 'constructor' });
  expect(
    checkMapping(
      [
        { field: 'sex', column: 0 },
        { field: 'sex', column: 1 },
      ],
      2,
    ),
  ).toEqual({ ok: false, wrong: 'sex' });
});

describe('headings over several columns', () => {
  const found = (...rows: Cell[][]) => {
    const { mapping, headingLine } = findColumns(rowsOf(...rows));
    return { headingLine, fields: mapping.map(({ field, column }) => `${column} ${field}`) };
  };

  test('the name in two, the address in two, the year under Nam and Nữ, merged or left empty', () => {
    const lower = [null, 'Họ đệm', 'Tên', 'Nam', 'Nữ', 'Số nhà', 'Đường'];
    const fields = [
      '0 ordinal',
      '1 namePart',
      '2 namePart',
      '3 birthMale',
      '4 birthFemale',
      '5 houseNumber',
      '6 street',
    ];
    const data = ['1', 'Nguyễn Văn', 'An', '1990', null, '1', 'Lê Lợi'];
    const empty = ['STT', 'Họ và tên', null, 'Năm sinh', null, 'Địa chỉ', null];
    const merged = ['STT', 'Họ và tên', 'Họ và tên', 'Năm sinh', 'Năm sinh', 'Địa chỉ', 'Địa chỉ'];
    for (const upper of [empty, merged]) expect(found(upper, lower, data)).toEqual({ headingLine: 2, fields });
  });

  test('a name over two columns without a second line; a row of data is no second line', () => {
    expect(
      found(
        ['Họ và tên', null, 'Giới tính', 'Số hộ'],
        ['Nguyễn Văn', 'An', 'Nam', '1'],
        ['Trần Thị', 'Bình', 'Nữ', '2'],
      ),
    ).toEqual({ headingLine: 1, fields: ['0 namePart', '2 sex', '3 householdNumber', '1 namePart'] });
  });

  test('marks of the sex in two columns, or of women alone', () => {
    const data: Cell[][] = [
      ['Nguyễn An', 'x', null, '1'],
      ['Trần Bình', null, 'x', '1'],
    ];
    expect(found(['Họ tên', 'Giới tính', null, 'Số hộ'], [null, 'Nam', 'Nữ', null], ...data).fields).toEqual([
      '0 fullName',
      '1 birthMale',
      '2 birthFemale',
      '3 householdNumber',
    ]);
    expect(found(['Họ tên', 'Nữ', 'Số hộ'], ['Nguyễn An', null, '1'], ['Trần Bình', 'x', '1']).fields).toEqual([
      '0 fullName',
      '1 femaleMark',
      '2 householdNumber',
    ]);
  });
});
