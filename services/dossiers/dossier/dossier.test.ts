import { describe, expect, test } from 'vitest';
import { outcome } from '../../event-store/given.ts';
import { numberingStream, seriesOf, startSeries, voidNumber } from '../numbering/numbering.ts';
import { endProcedure, procedureStream, publishProcedure } from '../procedure/procedure.ts';
import {
  accountOf,
  citizen,
  content,
  env,
  handedIn,
  on,
  procedureId,
  ready,
  stateOf,
  taken,
  ward,
} from '../testing/scene.ts';
import { dossierStream } from './dossier-state.ts';
import {
  declineDossier,
  extendDossier,
  reopenDossier,
  returnDossier,
  settleDossier,
  stopDossier,
  withdrawDossier,
} from './ending.ts';
import { addFile } from './files.ts';
import { submitDossier, takeIn } from './intake.ts';
import { payFees, requestFees, requestPapers, supplyPapers, voidPayment, withdrawFees } from './waiting.ts';
import { approveDossier, assignDossier, handOnDossier } from './work.ts';

const today = { ward, kind: 'dossier', period: '20261120' } as const;
const friday = '2026-11-20T03:00:00.000Z';
const wrong = [{ name: 'Tờ khai', wrong: 'Thiếu chữ ký' }];

describe('intake', () => {
  test('gives the next number of the day, the day of the result, and hands on to who appraises', async () => {
    const world = ready();
    const first = await taken(world, friday);
    const second = await taken(world, friday);
    expect(stateOf(world, first)).toMatchObject({
      code: 'H29.146-261120-0001',
      status: 'processing',
      step: 'tham_dinh',
      // Friday 20/11, three working days, 24/11 a holiday: Thursday 26/11 (domain §3.5).
      dueAt: '2026-11-26T17:00:00.000Z',
    });
    expect(stateOf(world, second).code).toBe('H29.146-261120-0002');
    expect([...seriesOf(world.events(numberingStream(today))).taken]).toEqual([
      [1, first],
      [2, second],
    ]);
  });

  test('goes on with a paper book, leaves no number out, and gives none back', async () => {
    const world = ready();
    await world.run(startSeries({ ...today, at: 41 }, env('leader')));
    await world.run(voidNumber({ ...today, number: 41, reason: 'Phiếu giấy hỏng' }, env('desk')));
    expect(stateOf(world, await taken(world, friday)).code).toBe('H29.146-261120-0042');
    expect(outcome(await world.when(startSeries({ ...today, at: 42 }, env('leader'))))).toBe('NUMBER_GIVEN_OUT at');
    const lost = voidNumber({ ...today, number: 50, reason: 'x' }, env('desk'));
    expect(outcome(await world.when(lost))).toBe('NUMBER_NOT_NEXT number');
  });

  test('past 9999 a number is never cut', async () => {
    const world = ready();
    await world.run(startSeries({ ...today, at: 10_000 }, env('leader')));
    expect(stateOf(world, await taken(world, friday)).code).toBe('H29.146-261120-10000');
  });

  test('a ward whose desk is not set up, a procedure of the police, one not in force, a stranger to the step', async () => {
    const said = (world: ReturnType<typeof ready>, role: 'desk' | 'civil_status' = 'desk') =>
      world.when(takeIn(handedIn, env(role, friday))).then(outcome);
    expect(await said(ready({ competence: 'police' }))).toBe('PROCEDURE_NOT_OURS procedureId');
    expect(await said(ready(), 'civil_status')).toBe('STEP_NOT_YOURS');
    const ended = ready();
    await ended.run(endProcedure({ procedureId, reason: 'Bãi bỏ', occurredOn: '2026-11-20' }, env('leader')));
    expect(await said(ended)).toBe('PROCEDURE_NOT_IN_FORCE procedureId');
  });

  test('what was sent in twice is one dossier; taken at the desk it keeps its stream', async () => {
    const world = ready();
    const dossierId = '00000000-0000-7000-8000-0000000000aa';
    const { procedureId: _, ...rest } = handedIn;
    const sent = { ...rest, procedureId, channel: 'online' as const, dossierId };
    await world.run(submitDossier(sent, env(null)));
    expect(outcome(await world.when(submitDossier(sent, env(null))))).toBe('DOSSIER_SENT');
    expect(stateOf(world, dossierId).status).toBe('submitted');
    await taken(world, friday, { submission: on(world, dossierId), channel: 'online', handOn: false });
    expect(stateOf(world, dossierId)).toMatchObject({ status: 'accepted', channel: 'online', owner: citizen });
    const again = declineDossier({ ...on(world, dossierId), reason: 'x', legalBasis: null }, env('desk'));
    expect(outcome(await world.when(again))).toBe('DOSSIER_STATE');
  });

  test('a new version never moves a running dossier', async () => {
    const world = ready();
    const dossierId = await taken(world, friday);
    const shorter = { ...content, term: { unit: 'working_days', amount: 1 } as const };
    const publish = { ward, code: '1.004873', validFrom: '2026-11-20', content: shorter, expectedVersion: 1 };
    await world.run(publishProcedure(publish, env('leader')));
    await world.run(
      requestPapers(
        { ...on(world, dossierId), stage: 'appraisal', papers: wrong, legalBasis: null },
        env('civil_status', friday),
      ),
    );
    await world.run(
      supplyPapers({ ...on(world, dossierId), channel: 'desk', note: null }, env('desk', '2026-11-23T03:00:00.000Z')),
    );
    // One working day paused, of the three that held when it was taken.
    expect(stateOf(world, dossierId)).toMatchObject({ procedureVersion: 1, dueAt: '2026-11-27T17:00:00.000Z' });
    expect(stateOf(world, await taken(world, friday)).dueAt).toBe('2026-11-23T17:00:00.000Z');
  });
});

describe('the way of a dossier', () => {
  async function approved() {
    const world = ready();
    const dossierId = await taken(world, friday);
    const here = () => on(world, dossierId);
    const forward = { to: null, note: null, assign: null };
    await world.run(handOnDossier({ ...here(), ...forward }, env('civil_status')));
    await world.run(approveDossier({ ...here(), note: null }, env('leader')));
    await world.run(handOnDossier({ ...here(), ...forward }, env('leader')));
    return { world, dossierId, here };
  }
  const result = { resultNumber: '12/XN', issuedOn: '2026-11-20', fileId: null };

  test('appraised, approved, settled, returned', async () => {
    const { world, dossierId, here } = await approved();
    await world.run(settleDossier({ ...here(), ...result }, env('desk')));
    expect(stateOf(world, dossierId)).toMatchObject({ status: 'settled', endedAt: friday });
    await world.run(returnDossier({ ...here(), by: 'desk', receivedBy: null, reference: null }, env('desk')));
    expect(stateOf(world, dossierId).status).toBe('returned');
  });

  test('nothing is settled that was not approved, nor by somebody whose step it is not', async () => {
    const world = ready();
    const dossierId = await taken(world, friday);
    const settle = (role: 'desk' | 'civil_status') =>
      world.when(settleDossier({ ...on(world, dossierId), ...result }, env(role))).then(outcome);
    expect(await settle('desk')).toBe('STEP_NOT_YOURS');
    expect(await settle('civil_status')).toBe('DOSSIER_NOT_APPROVED');
  });

  test('sent back, it must be approved anew, and says why it was sent back', async () => {
    const { world, dossierId, here } = await approved();
    const back = { ...here(), to: 'tham_dinh', assign: null };
    expect(outcome(await world.when(handOnDossier({ ...back, note: ' ' }, env('desk'))))).toBe('FIELD_INVALID note');
    await world.run(handOnDossier({ ...back, note: 'Sai năm sinh' }, env('desk')));
    expect(stateOf(world, dossierId)).toMatchObject({ step: 'tham_dinh', approved: false });
  });

  test('an approval elsewhere than at its step is refused', async () => {
    const world = ready();
    const dossierId = await taken(world, friday);
    const early = approveDossier({ ...on(world, dossierId), note: null }, env('leader'));
    expect(outcome(await world.when(early))).toBe('STEP_KIND');
  });

  test('given to one who holds a role of the step, to nobody else', async () => {
    const world = ready();
    const dossierId = await taken(world, friday);
    const give = (accountId: string) =>
      assignDossier({ ...on(world, dossierId), accountId, by: 'hand' }, env('leader'));
    expect(outcome(await world.when(give(accountOf('desk'))))).toBe('ASSIGNEE_NOT_FIT accountId');
    await world.run(give(accountOf('civil_status')));
    expect(stateOf(world, dossierId).assignee).toBe(accountOf('civil_status'));
    expect(outcome(await world.when(give(accountOf('civil_status'))))).toBe('NOTHING_CHANGED');
  });

  test('the second of two is told from which version on something changed', async () => {
    const world = ready();
    const dossierId = await taken(world, friday);
    const seen = on(world, dossierId);
    await world.run(stopDossier({ ...seen, reason: 'x', legalBasis: null }, env('civil_status')));
    const late = await world.when(withdrawDossier({ ...seen, reason: null }, env('desk')));
    expect(late).toEqual({
      ok: false,
      rejection: { code: 'DOSSIER_CHANGED', params: { since: seen.expectedVersion } },
    });
  });

  test('settled by mistake: the leader opens it again', async () => {
    const { world, dossierId, here } = await approved();
    await world.run(settleDossier({ ...here(), ...result }, env('desk')));
    const reopen = (role: 'desk' | 'leader') => reopenDossier({ ...here(), reason: 'Nhầm hồ sơ' }, env(role));
    expect(outcome(await world.when(reopen('desk')))).toBe('FORBIDDEN');
    await world.run(reopen('leader'));
    expect(stateOf(world, dossierId)).toMatchObject({ status: 'processing', endedAt: null, approved: false });
  });

  test('a new day is later than the old one', async () => {
    const world = ready();
    const dossierId = await taken(world, friday);
    const put = (dueAt: string) =>
      extendDossier({ ...on(world, dossierId), dueAt, cause: 'apology', reason: 'Chờ xác minh' }, env('civil_status'));
    expect(outcome(await world.when(put('2026-11-26T16:00:00.000Z')))).toBe('DUE_NOT_LATER dueAt');
    await world.run(put('2026-12-01T17:00:00.000Z'));
    expect(stateOf(world, dossierId)).toMatchObject({
      dueAt: '2026-12-01T17:00:00.000Z',
      extensions: [{ cause: 'apology' }],
    });
  });

  test('a file is added once and counts until it is set aside', async () => {
    const world = ready();
    const dossierId = await taken(world, friday);
    const file = {
      fileId: '00000000-0000-7000-8000-0000000000bb',
      paper: 'to_khai',
      name: 'to-khai.pdf',
      mediaType: 'application/pdf',
      bytes: 10,
      hash: 'a'.repeat(64),
      from: 'officer',
    } as const;
    await world.run(addFile({ ...on(world, dossierId), ...file }, env('desk')));
    expect(outcome(await world.when(addFile({ ...on(world, dossierId), ...file }, env('desk'))))).toBe(
      'NOTHING_CHANGED',
    );
    const strange = addFile(
      { ...on(world, dossierId), ...file, fileId: dossierId, mediaType: 'text/html' },
      env('desk'),
    );
    expect(outcome(await world.when(strange))).toBe('FIELD_INVALID mediaType');
  });
});

describe('what a dossier waits for', () => {
  const asked = (world: ReturnType<typeof ready>, dossierId: string, now?: string) =>
    world.run(
      requestPapers(
        { ...on(world, dossierId), stage: 'appraisal', papers: wrong, legalBasis: null },
        env('civil_status', now),
      ),
    );

  test('papers stop the clock; nothing is handed on or settled meanwhile', async () => {
    const world = ready();
    const dossierId = await taken(world, friday);
    await asked(world, dossierId);
    expect(stateOf(world, dossierId)).toMatchObject({
      status: 'awaiting_papers',
      pauses: [{ for: 'papers', to: null }],
    });
    const on1 = handOnDossier({ ...on(world, dossierId), to: null, note: null, assign: null }, env('civil_status'));
    expect(outcome(await world.when(on1))).toBe('DOSSIER_STATE');
    const twice = requestPapers(
      { ...on(world, dossierId), stage: 'appraisal', papers: wrong, legalBasis: null },
      env('civil_status'),
    );
    expect(outcome(await world.when(twice))).toBe('DOSSIER_STATE');
  });

  test('asked for a second time after they came: warned of elsewhere, never blocked', async () => {
    const world = ready();
    const dossierId = await taken(world, friday);
    await asked(world, dossierId);
    await world.run(supplyPapers({ ...on(world, dossierId), channel: 'post', note: null }, env('desk')));
    await asked(world, dossierId);
    expect(stateOf(world, dossierId).paperRequests).toBe(2);
  });

  test('fees: due, paid with a receipt of the book, voided and due again; no result goes out unpaid', async () => {
    const world = ready();
    const dossierId = await taken(world, friday);
    const ask = { fees: [{ feeKey: 'le_phi', quantity: 1, copies: 1, discountKey: null }], waits: true };
    const { requestId = '', total } = await world.run(
      requestFees({ ...on(world, dossierId), ...ask }, env('civil_status')),
    );
    expect(total).toBe(15_000);
    expect(stateOf(world, dossierId).status).toBe('awaiting_fees');
    const pay = { requestId, method: 'cash', receiptBook: 'BL-2026', reference: null } as const;
    const later = '2026-11-23T03:00:00.000Z';
    const unnamed = { ...on(world, dossierId), ...pay, receiptBook: 'Quyển 1/2026' };
    expect(outcome(await world.when(payFees(unnamed, env('desk', later))))).toBe('FIELD_INVALID receiptBook');
    expect(await world.run(payFees({ ...on(world, dossierId), ...pay }, env('desk', later)))).toEqual({
      receiptNumber: 1,
    });
    expect(stateOf(world, dossierId)).toMatchObject({ status: 'processing', dueAt: '2026-11-27T17:00:00.000Z' });
    expect(outcome(await world.when(payFees({ ...on(world, dossierId), ...pay }, env('desk'))))).toBe('FEES_PAID');
    await world.run(voidPayment({ ...on(world, dossierId), requestId, reason: 'Ghi nhầm' }, env('desk')));
    await world.run(payFees({ ...on(world, dossierId), ...pay }, env('desk', later)));
    const book = seriesOf(world.events(numberingStream({ ward, kind: 'receipt', period: 'BL-2026' })));
    expect([...book.taken.keys()]).toEqual([1, 2]);
    expect([...book.voided]).toEqual([[1, 'Ghi nhầm']]);
  });

  test('asked for in error they are withdrawn: the clock runs again, nothing is due, and what is paid stands', async () => {
    const world = ready();
    const dossierId = await taken(world, friday);
    const ask = { fees: [{ feeKey: 'le_phi', quantity: 1, copies: 1, discountKey: null }], waits: true };
    const { requestId = '' } = await world.run(requestFees({ ...on(world, dossierId), ...ask }, env('desk')));
    const later = '2026-11-23T03:00:00.000Z';
    const withdraw = (id: string) =>
      withdrawFees({ ...on(world, dossierId), requestId: id, reason: 'Yêu cầu nhầm' }, env('desk', later));
    expect(outcome(await world.when(withdraw(dossierId)))).toBe('FEES_UNKNOWN requestId');
    await world.run(withdraw(requestId));
    expect(stateOf(world, dossierId)).toMatchObject({
      status: 'processing',
      fees: [],
      dueAt: '2026-11-27T17:00:00.000Z',
    });
    expect(outcome(await world.when(withdraw(requestId)))).toBe('FEES_UNKNOWN requestId');
    const again = { ...ask, waits: false };
    const { requestId: second = '' } = await world.run(requestFees({ ...on(world, dossierId), ...again }, env('desk')));
    const pay = { requestId: second, method: 'cash', receiptBook: 'BL-2026', reference: null } as const;
    await world.run(payFees({ ...on(world, dossierId), ...pay }, env('desk', later)));
    expect(outcome(await world.when(withdraw(second)))).toBe('FEES_PAID');
  });

  test('what is paid beside the fees that the clock stands for does not set it running', async () => {
    const world = ready();
    const dossierId = await taken(world, friday);
    const ask = (waits: boolean) => {
      const fees = [{ feeKey: 'le_phi', quantity: 1, copies: 1, discountKey: null }];
      return world.run(requestFees({ ...on(world, dossierId), fees, waits }, env('desk')));
    };
    const [{ requestId: beside = '' }, { requestId: awaited = '' }] = [await ask(false), await ask(true)];
    const pay = (requestId: string) => {
      const paid = { requestId, method: 'cash', receiptBook: 'BL-2026', reference: null } as const;
      return world.run(payFees({ ...on(world, dossierId), ...paid }, env('desk')));
    };
    await pay(beside);
    expect(stateOf(world, dossierId).status).toBe('awaiting_fees');
    await pay(awaited);
    expect(stateOf(world, dossierId).status).toBe('processing');
  });

  test('a poor household pays nothing where its discount is the whole', async () => {
    const world = ready();
    const dossierId = await taken(world, friday);
    const free = { fees: [{ feeKey: 'le_phi', quantity: 1, copies: 1, discountKey: 'ngheo' }], waits: false };
    expect(outcome(await world.when(requestFees({ ...on(world, dossierId), ...free }, env('desk'))))).toBe(
      'NOTHING_TO_PAY',
    );
  });
});

test('a procedure is published once, by a number that follows the one that was seen', async () => {
  const world = ready();
  const publish = { ward, code: '1.004873', validFrom: '2026-01-01', content, expectedVersion: 1 };
  expect(outcome(await world.when(publishProcedure(publish, env('leader'))))).toBe('NOTHING_CHANGED');
  const stale = publishProcedure({ ...publish, expectedVersion: 0 }, env('leader'));
  expect(outcome(await world.when(stale))).toBe('CONFLICT');
  const partial = { ...content, onlineLevel: 'partial' as const };
  const flawed = publishProcedure({ ...publish, content: partial }, env('leader'));
  expect(outcome(await world.when(flawed))).toBe('FIELD_INVALID content.partialReason');
  expect(world.events(procedureStream(procedureId))).toHaveLength(1);
});

test('a dossier of nobody is nobody’s', async () => {
  const world = ready();
  const strange = { dossierId: '00000000-0000-7000-8000-0000000000ff', expectedVersion: 1 };
  expect(outcome(await world.when(withdrawDossier({ ...strange, reason: null }, env('desk'))))).toBe('DOSSIER_UNKNOWN');
  const dossierId = await taken(world, friday);
  const blind = { ...env('desk'), may: () => ({ code: 'NOT_FOUND' }) as const };
  expect(outcome(await world.when(withdrawDossier({ ...on(world, dossierId), reason: null }, blind)))).toBe(
    'DOSSIER_UNKNOWN',
  );
  expect(world.events(dossierStream(dossierId))).toHaveLength(2);
});
