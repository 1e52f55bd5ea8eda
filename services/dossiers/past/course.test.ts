import { matterOfName } from '@nocgia/schemas/code-lists/matters.ts';
import { expect, test } from 'vitest';
import { buildCourse, type BuiltDossier, type PastContext } from './course.ts';
import type { PastField } from './fields.ts';
import type { PastRow } from './read-row.ts';

const mapped: PastField[] = ['code', 'procedure', 'step', 'officer', 'startedAt', 'plannedEnd', 'endedAt'];

function built(rows: Partial<Record<PastField, string>>[], fields = mapped): BuiltDossier {
  const context: PastContext = {
    heading: (field) => field,
    has: (field) => fields.includes(field),
    orders: {
      receivedAt: 'day_first',
      dueAt: 'day_first',
      closedAt: 'day_first',
      startedAt: 'day_first',
      plannedEnd: 'day_first',
      endedAt: 'day_first',
    },
    date1904: false,
    now: '2026-11-22T03:00:00.000Z',
    procedureOf: () => null,
    matterOf: matterOfName,
  };
  const given = rows.map((texts, index): PastRow => ({
    line: index + 2,
    codeFromAbove: false,
    texts: { code: 'A-1', procedure: 'Khai sinh', ...texts },
  }));
  return buildCourse('A-1', given, context);
}
const step = (startedAt: string, endedAt?: string, plannedEnd?: string) => ({
  startedAt: `${startedAt}/2024`,
  ...(endedAt && { endedAt: `${endedAt}/2024` }),
  ...(plannedEnd && { plannedEnd: `${plannedEnd}/2024` }),
});
const codes = ({ issues }: BuiltDossier) =>
  issues.map(({ line, code }) => `${line} ${code}`).filter((one) => !/procedure_unknown|day_only/.test(one));

test('the course is what the file says, in the order in which it was walked', () => {
  const found = built([
    { ...step('03/05', '04/05', '05/05'), step: 'Phê duyệt', officer: 'Đỗ Hữu Nghĩa' },
    { ...step('02/05', '03/05'), step: 'Tiếp nhận', officer: 'Lê Hồng' },
  ]);
  expect(codes(found)).toEqual([]);
  expect(found.course).toMatchObject({
    receivedAt: '2024-05-02',
    dueAt: '2024-05-05',
    endedAt: '2024-05-04',
    outcome: 'returned',
    officers: ['Lê Hồng', 'Đỗ Hữu Nghĩa'],
    steps: [{ name: 'Tiếp nhận' }, { name: 'Phê duyệt', dueAt: '2024-05-05' }],
  });
});

test.each([
  [
    'a step that ends before it starts',
    [step('03/05', '02/05')],
    ['2 step_ends_before_start', '2 closed_before_opened'],
  ],
  ['a time that is no time', [{ startedAt: 'sáng thứ hai', endedAt: '02/05/2024' }], ['2 time_unreadable']],
  ['a time to come', [{ startedAt: '02/05/2024', endedAt: '23/11/2026' }], ['2 in_future']],
  ['no beginning at all', [{ endedAt: '02/05/2024' }], ['2 received_missing']],
  [
    'two procedures under one code',
    [step('01/05', '02/05'), { ...step('02/05', '03/05'), procedure: 'Khai tử' }],
    ['3 procedures_differ'],
  ],
])('%s keeps the whole dossier out, and says where', (_, rows, expected) => {
  const found = built(rows);
  expect(found.course).toBeNull();
  expect(codes(found)).toEqual(expected);
});

test.each([
  [
    'planned to end before it starts',
    [step('03/05', '04/05', '02/05')],
    ['planned_before_start', 'due_before_received'],
  ],
  ['begun while the one before goes on', [step('01/05', '05/05'), step('03/05', '06/05')], ['steps_overlap']],
  ['without an end in the middle', [step('01/05'), step('03/05', '06/05')], ['step_no_end']],
  ['the same row twice', [step('01/05', '02/05'), step('01/05', '02/05')], ['step_twice']],
])('%s is taken as it stands and marked', (_, rows, expected) => {
  const found = built(rows);
  expect(found.course?.flags).toEqual(expect.arrayContaining(expected));
});

test('closed before opened by the dossier’s own columns', () => {
  const fields: PastField[] = ['code', 'procedure', 'receivedAt', 'closedAt'];
  const found = built([{ receivedAt: '05/05/2024 10:00', closedAt: '05/05/2024 09:59' }], fields);
  expect(codes(found)).toEqual(['2 closed_before_opened']);
  expect(found.issues.at(-1)).toMatchObject({ column: 'closedAt', value: '05/05/2024 09:59' });
  // Within one day of which no time is known nothing is wrong.
  expect(codes(built([{ receivedAt: '05/05/2024 10:00', closedAt: '05/05/2024' }], fields))).toEqual([]);
});

test('what has not ended stays out and is told, by its empty end or by its state', () => {
  const open = built([step('01/05', '02/05'), step('02/05')]);
  expect([open.open, open.course, codes(open)]).toEqual([true, null, ['2 still_open']]);
  const said = built([{ ...step('01/05', '02/05'), outcome: 'Đang xử lý' }], [...mapped, 'outcome']);
  expect([said.open, said.course]).toEqual([true, null]);
});

test('a row that differs from the first of its dossier is told; the first counts', () => {
  const fields: PastField[] = [...mapped, 'dueAt'];
  const found = built(
    [
      { ...step('01/05', '02/05'), dueAt: '03/05/2024' },
      { ...step('02/05', '03/05'), dueAt: '09/05/2024' },
    ],
    fields,
  );
  expect(codes(found)).toEqual(['3 values_differ']);
  expect(found.course?.dueAt).toBe('2024-05-03');
});
