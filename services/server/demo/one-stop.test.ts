import { generateWard } from '@nocgia/infra/demo/generate.ts';
import type { Role } from '@nocgia/schemas/events/account.ts';
import { expect, test } from 'vitest';
import { dossierOf, dossierStream, type DossierStatus } from '../../dossiers/dossier/dossier-state.ts';
import { procedureIdOf, procedureStream } from '../../dossiers/procedure/procedure.ts';
import { derivedId } from '../../event-store/derived-id.ts';
import { given } from '../../event-store/given.ts';
import type { DomainEvent } from '../../event-store/log.ts';
import { demoDesk } from './one-stop.ts';

const today = '2026-11-23';
const run = derivedId('demo', 'test');
const accounts = new Map<Role, string>(
  (['desk', 'civil_status', 'social', 'economy', 'land', 'leader'] as const).map((role) => [
    role,
    derivedId('account', role),
  ]),
);

/** The desk of a small ward at work, all in memory; what was done, by whom. */
async function worked(dossiers: number) {
  const ward = generateWard({ seed: 5, dwellings: 60, neighbourhoods: 3, years: 3, today });
  const people = ward.founding.flat().reduce<string[]>((ids, event) => {
    if (event.type === 'arrival') ids[event.person] = derivedId('citizen', String(event.person));
    return ids;
  }, []);
  const held = [...accounts].map(([role, accountId]): [string, DomainEvent[]] => {
    const position = { positionId: derivedId('position', role), role, unit: ward.ward.code, title: null };
    const grant = { accountId, ...position, from: '2025-07-01', until: null, occurredOn: '2025-07-01' };
    const opened = { accountId, username: role, displayName: role, occurredOn: '2025-07-01' };
    return [
      `account-${accountId}`,
      [
        { type: 'AccountOpened', data: opened },
        { type: 'PositionGranted', data: grant },
      ],
    ];
  });
  const world = given(Object.fromEntries(held));
  const desk = demoDesk({ seed: 5, run, today, first: '2023-11-23', dossiers, ward });
  const done: { name: string; actor: string | undefined }[] = [];
  await desk.work({
    people,
    accounts,
    atOnce: 1,
    async execute(name, decide, actor) {
      await world.run(decide).catch((error: unknown) => {
        throw new Error(`${name}: ${String(error)}`);
      });
      done.push({ name, actor });
    },
  });
  const states = Array.from({ length: dossiers * 2 }, (_, index) =>
    dossierOf(world.events(dossierStream(derivedId(run, 'dossier', String(index))))),
  ).flatMap((state) => state ?? []);
  return { world, desk, done, states, people };
}

test('every command of the desk is taken; dossiers stand in every state, with codes of their own and owners of the register', async () => {
  const { world, desk, done, states, people } = await worked(400);
  expect(done).toHaveLength(desk.commands);
  const scanned = desk.scanned.map(({ dossierId }) => dossierOf(world.events(dossierStream(dossierId)))?.status);
  expect(scanned).toHaveLength(12);
  for (const status of scanned)
    expect(['accepted', 'processing', 'awaiting_papers', 'awaiting_fees']).toContain(status);
  expect(new Set(done.map(({ name }) => name)).size).toBe(done.length);
  expect(states.length).toBeGreaterThanOrEqual(414);
  const codes = states.flatMap(({ code }) => code ?? []);
  expect(new Set(codes).size).toBe(codes.length);
  const known: ReadonlySet<string | null> = new Set(people);
  const taken = states.filter(({ code }) => code !== null);
  expect(taken.filter(({ ownerId }) => !known.has(ownerId))).toEqual([]);
  const status = (one: DossierStatus): number => states.filter((state) => state.status === one).length;
  for (const one of ['submitted', 'accepted', 'processing', 'awaiting_papers', 'awaiting_fees', 'settled'] as const)
    expect(status(one), one).toBeGreaterThan(0);
  for (const one of ['declined', 'withdrawn', 'stopped', 'returned'] as const)
    expect(status(one), one).toBeGreaterThan(0);
  const late = states.filter((state) => state.status === 'processing' && (state.dueAt ?? '~') < `${today}T00:00`);
  expect(late.length).toBeGreaterThan(0);
  expect(world.events(procedureStream(procedureIdOf('27226', '1.004873')))).toHaveLength(1);
});

test('the same seed does the same; officers act, not the system, and nothing is done where no dossier is wanted', async () => {
  const [one, other] = [await worked(30), await worked(30)];
  expect(other.states).toEqual(one.states);
  const acts = one.done.filter(({ name }) => name.startsWith('dossier ') && !/ (submit|rate)$/.test(name));
  expect(acts.every(({ actor }) => [...accounts.values()].includes(actor ?? ''))).toBe(true);
  expect((await worked(0)).done).toEqual([]);
});
