import { expect, test } from 'vitest';
import { rowsOf, withSpare } from './rows.ts';

function posted(...pairs: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of pairs) form.append(name, value);
  return form;
}

test('rows line up by their place; an empty one is left out and the others keep theirs', () => {
  const form = posted(
    ...(['Tiếp nhận', ' ', 'Trả'] as const).map((name): [string, string] => ['step.name', name]),
    ...(['take', 'sign', 'return'] as const).map((kind): [string, string] => ['step.kind', kind]),
  );
  expect(rowsOf(form, 'step', ['name', 'kind'], 'name')).toEqual([
    { name: 'Tiếp nhận', kind: 'take', at: 0 },
    { name: 'Trả', kind: 'return', at: 2 },
  ]);
});

test('a field that was not posted is empty, and text comes as NFC', () => {
  const form = posted(['step.name', 'Thẩm định'.normalize('NFD')]);
  expect(rowsOf(form, 'step', ['name', 'kind'], 'name')).toEqual([{ name: 'Thẩm định', kind: '', at: 0 }]);
});

test('empty rows stand behind those that are filled', () => {
  expect(withSpare(['a'], '', 2)).toEqual(['a', '', '']);
});
