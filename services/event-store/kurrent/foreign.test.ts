import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { aCommand, anEvent, aStream, aWrite, eventually } from '../contract.ts';
import type { AppendCommand, AppendResult } from '../port.ts';
import type { Rebase } from './carry-out.ts';
import { factsOf, idsOf, startHarness, type Harness } from './testing/harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterEach(() => harness.calm());
afterAll(() => harness.close());

/** Right before the first write to `stream`, a writer that knows nothing of the adapter gets in. */
function intrudeBeforeWrite(stream: string): void {
  let done = false;
  harness.server.beforeWrite = (written) => {
    if (written !== stream || done) return;
    done = true;
    harness.foreignWrite(stream);
  };
}

describe('a writer that goes round the adapter', () => {
  test('makes a command of one stream a conflict, and is no matter to one that expects any version', async () => {
    const store = harness.open();
    const stream = aStream();
    intrudeBeforeWrite(stream);
    const refused = await store.append(aCommand(aWrite(stream, 'none')));
    expect(refused).toEqual({ outcome: 'conflict', stream, expected: 'none', actual: 1 });
    intrudeBeforeWrite(stream);
    expect(await store.append(aCommand(aWrite(stream, 'any')))).toMatchObject({
      outcome: 'appended',
      versions: { [stream]: 3 },
    });
  });

  test('before the first stream of an accepted plan: nothing is written, and the command may come again', async () => {
    const store = harness.open();
    const [a, b] = [aStream(), aStream()];
    intrudeBeforeWrite(a);
    const command = aCommand(aWrite(a, 'none'), aWrite(b, 'none'));
    expect(await store.append(command)).toEqual({ outcome: 'conflict', stream: a, expected: 'none', actual: 1 });
    expect(factsOf(harness, command)).toEqual({ facts: [], planned: true });
    expect(await store.findCommand(command.commandId)).toBeNull();

    const again = { ...command, writes: [aWrite(a, 1), aWrite(b, 'none')] };
    expect(await store.append(again)).toMatchObject({ outcome: 'appended', versions: { [a]: 2, [b]: 1 } });
    expect(await store.append(again)).toMatchObject({ outcome: 'duplicate' });
    expect(factsOf(harness, again).facts).toEqual(idsOf(again));
  });

  test('before a later stream: the plan is written whole behind it, and this is noted', async () => {
    const noted: [string, Rebase[]][] = [];
    const store = harness.open({ onRebase: (commandId, rebased) => noted.push([commandId, rebased]) });
    const [a, b, c] = [aStream(), aStream(), aStream()];
    intrudeBeforeWrite(b);
    const command = aCommand(aWrite(a, 'none'), aWrite(b, 'none', 2), aWrite(c, 'none'));
    expect(await store.append(command)).toMatchObject({ outcome: 'appended', versions: { [a]: 1, [b]: 3, [c]: 1 } });
    expect(factsOf(harness, command).facts).toEqual(idsOf(command));
    const rebased = [{ stream: b, expected: 'none', actual: 1 }];
    expect(noted).toEqual([[command.commandId, rebased]]);
    const { rows } = await harness.database.query('select rebased from log.kurrent_commands where command_id = $1', [
      command.commandId,
    ]);
    expect(rows).toEqual([{ rebased }]);
    expect(harness.written().map((event) => event.type)).toContain('#CommandRebased');
    expect((await store.readStream(b)).map((event) => event.type)).toEqual([
      'ForeignThing',
      'SomethingHappened',
      'SomethingHappened',
    ]);
  });

  test('before a later stream that expects any version: nobody need know', async () => {
    const noted: string[] = [];
    const store = harness.open({ onRebase: (commandId) => noted.push(commandId) });
    const [a, b] = [aStream(), aStream()];
    intrudeBeforeWrite(b);
    const command = aCommand(aWrite(a, 'none'), aWrite(b, 'any'));
    expect(await store.append(command)).toMatchObject({ outcome: 'appended', versions: { [a]: 1, [b]: 2 } });
    expect(noted).toEqual([]);
  });

  test('a process killed right then: its heir comes to the same end', async () => {
    const [a, b] = [aStream(), aStream()];
    const command = aCommand(aWrite(a, 'none'), aWrite(b, 'none'));
    await harness.appendAndKill(command, 2);
    harness.foreignWrite(b);
    await harness.recover();
    expect(factsOf(harness, command).facts).toEqual(idsOf(command));

    const revoked = aCommand(aWrite(aStream(), 'none'), aWrite(aStream(), 'none'));
    await harness.appendAndKill(revoked, 1);
    harness.foreignWrite(revoked.writes[0]?.stream ?? '');
    const heir = await harness.recover();
    expect(factsOf(harness, revoked).facts).toEqual([]);
    expect(await heir.findCommand(revoked.commandId)).toBeNull();
  });
});

function positionOf(result: AppendResult): string | undefined {
  if (result.outcome === 'appended') return result.position;
  return result.outcome === 'conflict' ? undefined : result.record.position;
}

describe('two processes at one command', () => {
  /** The first store's write `nth` is held back until the second has taken the command over and ended it. */
  async function race(
    command: AppendCommand,
    nth: number,
    meanwhile: () => void = () => undefined,
  ): Promise<[AppendResult, AppendResult]> {
    const first = harness.open();
    const { promise: release, resolve } = Promise.withResolvers<void>();
    let looked = 0;
    harness.server.beforeWrite = () => {
      looked += 1;
      return looked === nth ? release : undefined;
    };
    const slow = first.append(command);
    await eventually(() => looked >= nth);
    // Its session ends as if the network had: to everybody else the process is dead, but it is not.
    await harness.cutSessions();
    meanwhile();
    const heir = await harness.open().append(command);
    resolve();
    return [await slow, heir];
  }

  test.each([1, 2, 3, 4])(
    'one thought dead wakes up in the middle of write %i: everything stands once',
    async (nth) => {
      const command = aCommand(aWrite(aStream(), 'none', 2), aWrite(aStream(), 'any'), aWrite(aStream(), 'none'));
      const [slow, heir] = await race(command, nth);
      expect(heir.outcome).toBe('duplicate');
      expect(['appended', 'duplicate']).toContain(slow.outcome);
      const { facts } = factsOf(harness, command);
      expect([...facts].sort()).toEqual([...idsOf(command)].sort());
      expect(positionOf(slow)).toBe(positionOf(heir));
    },
  );

  test('the same with a single stream, whatever version it expects', async () => {
    for (const expected of ['none', 'any'] as const) {
      const command = aCommand(aWrite(aStream(), expected, 2));
      const [slow, heir] = await race(command, 1);
      expect(heir.outcome).toBe('duplicate');
      expect(['appended', 'duplicate']).toContain(slow.outcome);
      expect(factsOf(harness, command).facts).toEqual(idsOf(command));
    }
  });

  test('one about to log its plan, when the heir has found that it no longer holds: the refusal is there first', async () => {
    const [a, b] = [aStream(), aStream()];
    const command = aCommand(aWrite(a, 'none'), aWrite(b, 'none'));
    const conflict = { outcome: 'conflict', stream: b, expected: 'none', actual: 1 };
    expect(await race(command, 1, () => harness.foreignWrite(b))).toEqual([conflict, conflict]);
    expect(factsOf(harness, command)).toEqual({ planned: false, facts: [] });
  });

  test('one about to write where the heir has written behind a foreign event: it finds that and writes nothing', async () => {
    const [a, b] = [aStream(), aStream()];
    const command = aCommand(aWrite(a, 'none'), aWrite(b, 'none', 2));
    const [slow, heir] = await race(command, 3, () => harness.foreignWrite(b));
    expect(heir.outcome).toBe('duplicate');
    expect(positionOf(slow)).toBe(positionOf(heir));
    expect(factsOf(harness, command).facts).toEqual(idsOf(command));
  });
});

test('many writers, two processes, a server that keeps dropping answers: each command whole and once, or not at all', async () => {
  const stores = [harness.open({ recoverMs: 200 }), harness.open({ recoverMs: 200 })];
  const streams = [aStream(), aStream(), aStream(), aStream()];
  let taken = 0;
  harness.server.onWrite = () => {
    taken += 1;
    return taken % 9 === 0 ? 'drop' : 'answer';
  };
  const outcomes: { command: AppendCommand; outcome: string }[] = [];
  const writer = async (number: number): Promise<void> => {
    for (let round = 0; round < 8; round += 1) {
      const store = stores[(number + round) % 2] ?? harness.open();
      const chosen = [...new Set([number, number + round, round * 2].map((n) => streams[n % 4] ?? ''))];
      const seen = await store.readStreams(chosen);
      const command = aCommand(
        ...chosen.map((stream) => {
          const version = seen.get(stream)?.length ?? 0;
          return aWrite(stream, (number + round) % 3 === 0 ? 'any' : version, [anEvent({ number, round })]);
        }),
      );
      outcomes.push({ command, outcome: (await store.append(command)).outcome });
    }
  };
  await Promise.all([0, 1, 2, 3, 4, 5].map(writer));
  harness.server.onWrite = () => 'answer';
  expect(outcomes.filter(({ outcome }) => outcome === 'appended').length).toBeGreaterThan(10);
  expect(outcomes.filter(({ outcome }) => outcome === 'conflict').length).toBeGreaterThan(0);
  for (const { command, outcome } of outcomes) {
    expect(factsOf(harness, command).facts).toEqual(outcome === 'appended' ? idsOf(command) : []);
  }
  for (const stream of streams) {
    const versions = (await harness.open().readStream(stream)).map((event) => event.version);
    expect(versions).toEqual(versions.map((_, index) => index + 1));
  }
});
