import { describe, expect, test } from 'vitest';
import { dossierStream } from './dossier-state.ts';
import { printable, printPaper } from './printing.ts';
import { rowAt } from './row-at.ts';
import { assignDossier } from './work.ts';
import { requestPapers } from './waiting.ts';
import { accountOf, content, env, on, ready, taken } from '../testing/scene.ts';

const slip = { form: 'm01', requestId: null } as const;

async function atTheDesk() {
  const world = ready();
  const dossierId = await taken(world);
  const print = (of: Partial<Parameters<typeof printPaper>[0]> = {}) =>
    world.run(printPaper({ dossierId, ...slip, ...of }, env('desk')));
  const events = () => world.all.filter(({ stream }) => stream === dossierStream(dossierId));
  const prints = () => rowAt(events(), content)?.prints.map(({ printNumber, ofVersion }) => [printNumber, ofVersion]);
  return { world, dossierId, print, prints, events };
}

describe('a paper of a dossier', () => {
  test('is counted by the version that it shows: the same again is a reprint, another version a first print', async () => {
    const { world, dossierId, print, prints, events } = await atTheDesk();
    const first = events().length;
    await print();
    await print();
    const assign = { ...on(world, dossierId), accountId: accountOf('leader'), by: 'hand' } as const;
    await world.run(assignDossier(assign, env('leader')));
    await print();
    expect(prints()).toEqual([
      [1, first],
      [2, first],
      [1, first + 3],
    ]);
  });

  test('changes nothing for who has the page open: what they do next is not refused', async () => {
    const { world, dossierId, print } = await atTheDesk();
    const shown = on(world, dossierId);
    await print();
    const assign = { ...shown, accountId: accountOf('leader'), by: 'hand' } as const;
    await world.run(assignDossier(assign, env('leader')));
    await expect(world.run(assignDossier({ ...assign, accountId: null }, env('leader')))).rejects.toThrow(
      'DOSSIER_CHANGED',
    );
  });

  test('is not printed before the dossier has come to it', async () => {
    const { print } = await atTheDesk();
    for (const form of ['m02', 'm03', 'm04', 'm05', 'handover', 'receipt_note', 'fee_notice', 'fee_receipt'] as const)
      await expect(print({ form }), form).rejects.toThrow('PAPER_NOT_YET');
  });

  test('that asks for papers is of one request', async () => {
    const { world, dossierId, print, events } = await atTheDesk();
    const papers = [{ name: 'Tờ khai', wrong: 'Thiếu chữ ký' }];
    const request = { ...on(world, dossierId), stage: 'appraisal', papers, legalBasis: null } as const;
    await world.run(requestPapers(request, env('civil_status')));
    const requestId = rowAt(events(), content)?.requests[0]?.requestId ?? '';
    await expect(print({ form: 'm02' })).rejects.toThrow('PAPER_NOT_YET');
    await print({ form: 'm02', requestId });
    expect(rowAt(events(), content)?.prints).toMatchObject([{ form: 'm02', requestId, printNumber: 1 }]);
  });
});

test('fees have a notice until they are paid, then a receipt; what costs nothing has neither', () => {
  const receipt = { book: 'BL', number: 1, method: 'cash', at: '2026-11-20T02:00:00.000Z' } as const;
  const fee = (requestId: string, total: number, paid: typeof receipt | null) => ({
    requestId,
    at: receipt.at,
    lines: [],
    total,
    waits: false,
    receipt: paid,
  });
  const fees = [fee('open', 15_000, null), fee('paid', 15_000, receipt), fee('free', 0, null)];
  const row = { code: null, requests: [], extensions: [], ending: null, returned: null };
  expect(printable({ ...row, fees })).toEqual([
    { form: 'fee_notice', requestId: 'open' },
    { form: 'fee_receipt', requestId: 'paid' },
  ]);
});

test('a dossier at an earlier version is as it was then', async () => {
  const { world, dossierId, events } = await atTheDesk();
  const before = events().length;
  const assign = { ...on(world, dossierId), accountId: accountOf('leader'), by: 'hand' } as const;
  await world.run(assignDossier(assign, env('leader')));
  expect(rowAt(events(), content)?.assignee).toBe(accountOf('leader'));
  expect(rowAt(events(), content, before)).toMatchObject({ assignee: null, version: before });
  expect(rowAt(events(), content, 0)).toBeNull();
});
