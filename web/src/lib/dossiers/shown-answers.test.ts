import { expect, test } from 'vitest';
import { shownAnswers } from './shown-answers.ts';

const answers = [
  { key: 'noi_dung', value: 'Để làm giấy khai sinh' },
  { key: 'child_birth', value: '2026-11-03' },
  { key: 'child_sex', value: 'female' },
  { key: 'mother_id', value: '079190000031' },
  { key: 'child_ethnicity', value: 'unheard' },
  { key: 'child_name', value: 'Lê Thị Mới' },
];

test('answers stand under the questions of the form, in its order and in the words of its language', () => {
  expect(shownAnswers('birth', answers, 'vi').map(({ label, value }) => [label, value])).toEqual([
    ['Họ, chữ đệm, tên của con', 'Lê Thị Mới'],
    ['Giới tính của con', 'Nữ'],
    ['Ngày sinh của con', '03/11/2026'],
    ['Dân tộc', 'unheard'],
    ['Số định danh của mẹ', '079 190 000 031'],
    [null, 'Để làm giấy khai sinh'],
  ]);
  expect(shownAnswers('birth', answers, 'en')).toContainEqual({
    ...{ key: 'child_sex', label: 'Sex of the child', value: 'Female' },
  });
});

test('what no form asks has no label of its own, and is not lost', () => {
  expect(shownAnswers(null, answers.slice(0, 2), 'vi')).toEqual([
    { key: 'noi_dung', label: null, value: 'Để làm giấy khai sinh' },
    { key: 'child_birth', label: null, value: '2026-11-03' },
  ]);
});
