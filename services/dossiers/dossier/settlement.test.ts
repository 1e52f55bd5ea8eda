import { describe, expect, test } from 'vitest';
import { scopeAt } from '../../access/testing/house.ts';
import { outcome } from '../../event-store/given.ts';
import { content, env, on, ready, stateOf, taken, ward } from '../testing/scene.ts';
import { reopenDossier, returnDossier, settleDossier } from './ending.ts';
import { rowAt } from './row-at.ts';
import { declineRegister, noteRegister, registerType, writableKinds } from './settlement.ts';
import { approveDossier, handOnDossier } from './work.ts';
import { dossierStream } from './dossier-state.ts';

const friday = '2026-11-20T03:00:00.000Z';
const commandId = '00000000-0000-4000-8000-0000000000aa';
const citizenId = '00000000-0000-7000-8000-0000000000bb';

async function settled(settlement: 'marriage' | null = 'marriage') {
  const world = ready({ settlement });
  const dossierId = await taken(world, friday);
  const here = () => on(world, dossierId);
  const onward = (role: 'civil_status' | 'leader') =>
    world.run(handOnDossier({ ...here(), to: null, note: null, assign: null }, env(role)));
  await onward('civil_status');
  await world.run(approveDossier({ ...here(), note: null }, env('leader')));
  await onward('leader');
  const settle = () =>
    world.run(settleDossier({ ...here(), resultNumber: '1/2026', issuedOn: '2026-11-20', fileId: null }, env('desk')));
  const note = (kind: 'marriage' | 'birth' = 'marriage') =>
    noteRegister({ ...here(), kind, commandId, citizenId, householdId: null }, env('civil_status'));
  const decline = () => declineRegister({ ...here(), reason: 'Đăng ký ở nơi khác' }, env('civil_status'));
  const reopen = () => reopenDossier({ ...here(), reason: 'Nhầm' }, env('leader'));
  const row = () =>
    rowAt(
      world.all.filter(({ stream }) => stream === dossierStream(dossierId)),
      { ...content, settlement },
    );
  await settle();
  return { world, dossierId, here, settle, note, decline, reopen, row };
}

describe('a settled dossier', () => {
  test('waits to be written, is written once, and then is neither declined nor opened again', async () => {
    const { world, dossierId, note, decline, reopen, row } = await settled();
    expect(row()).toMatchObject({ to_write: 'marriage', written: [] });
    expect(outcome(await world.when(note('birth')))).toBe('REGISTER_OTHER');
    await world.run(note());
    expect(row()).toMatchObject({ to_write: null, written: [{ kind: 'marriage', citizenId }] });
    expect(stateOf(world, dossierId).written).toEqual([commandId]);
    expect(outcome(await world.when(note()))).toBe('REGISTER_WRITTEN');
    expect(outcome(await world.when(decline()))).toBe('REGISTER_WRITTEN');
    expect(outcome(await world.when(reopen()))).toBe('DOSSIER_WRITTEN');
  });

  test('is written after its result was returned, too', async () => {
    const { world, here, note } = await settled();
    await world.run(returnDossier({ ...here(), by: 'desk', receivedBy: null, reference: null }, env('desk')));
    await world.run(note());
  });

  test('that is declined no longer waits, and can be written all the same', async () => {
    const { world, decline, note, row } = await settled();
    await world.run(decline());
    expect(row()).toMatchObject({ to_write: null, register_declined: { reason: 'Đăng ký ở nơi khác' } });
    expect(outcome(await world.when(decline()))).toBe('NOTHING_CHANGED');
    await world.run(note());
  });

  test('that is opened again waits no more until it is settled again', async () => {
    const { world, here, decline, reopen, note, settle, row } = await settled();
    await world.run(decline());
    await world.run(reopen());
    expect(row()).toMatchObject({ to_write: null, register_declined: null });
    expect(outcome(await world.when(note()))).toBe('DOSSIER_STATE');
    await world.run(handOnDossier({ ...here(), to: 'phe_duyet', note: 'x', assign: null }, env('desk')));
    await world.run(approveDossier({ ...here(), note: null }, env('leader')));
    await world.run(handOnDossier({ ...here(), to: null, note: null, assign: null }, env('leader')));
    await settle();
    expect(row()).toMatchObject({ to_write: 'marriage' });
    await world.run(note());
  });

  test('of a procedure that writes nothing does not wait', async () => {
    const { world, note, decline, row } = await settled(null);
    expect(row()?.to_write).toBeNull();
    expect(outcome(await world.when(note()))).toBe('REGISTER_NOTHING');
    expect(outcome(await world.when(decline()))).toBe('REGISTER_NOTHING');
  });
});

test('who may write what: the registry’s own rights, beside those on the dossier', async () => {
  const kinds = (role: Parameters<typeof scopeAt>[0]) => writableKinds(scopeAt(role, ward)).join();
  expect(kinds('civil_status')).toBe('birth,death,marriage,marital_status,civil_correction');
  expect(kinds('social')).toBe('household_status');
  for (const role of ['desk', 'leader', 'board', 'auditor', 'police'] as const) expect(kinds(role), role).toBe('');
  const { row } = await settled();
  const entry = row();
  const seen = (role: Parameters<typeof scopeAt>[0]) => entry && registerType(scopeAt(role, ward), entry);
  expect(seen('civil_status')).toMatchObject({ state: 'pending', mayWrite: true });
  expect(seen('desk')).toMatchObject({ state: 'pending', mayWrite: false });
});
