import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { aCommand, anEvent, aStream, aWrite } from '../contract.ts';
import type { AppendCommand } from '../port.ts';
import { factsOf, idsOf, startHarness, type Harness } from './testing/harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterEach(() => harness.calm());
afterAll(() => harness.close());

/** Three streams, five events: on the server a plan and three writes. */
async function threeStreams(): Promise<AppendCommand> {
  const [a, b, c] = [aStream(), aStream(), aStream()];
  const store = harness.open();
  await store.append(aCommand(aWrite(b, 'none', 2)));
  return aCommand(aWrite(a, 'none', 2), aWrite(b, 2, 2), aWrite(c, 'any'));
}

async function expectWhole(command: AppendCommand): Promise<void> {
  expect(factsOf(harness, command).facts).toEqual(idsOf(command));
  const reader = harness.open();
  const last = (await reader.readStream(command.writes.at(-1)?.stream ?? '')).at(-1);
  const { commandId, fingerprint, result } = command;
  const record = { commandId, fingerprint, result, position: last?.position };
  expect(await reader.findCommand(commandId)).toEqual(record);
  expect(await reader.append(command)).toEqual({ outcome: 'duplicate', record });
  expect(factsOf(harness, command).facts).toEqual(idsOf(command));
}

async function nothingPending(): Promise<void> {
  const { rows } = await harness.database.query(
    `select state from log.kurrent_commands where state = 'pending'
     union all select stream from log.kurrent_reservations`,
  );
  expect(rows).toEqual([]);
}

describe('the process is killed', () => {
  test.each([0, 1, 2, 3, 4])(
    'behind write %i of a command of three streams: the next start completes it',
    async (kill) => {
      const command = await threeStreams();
      expect(await harness.appendAndKill(command, kill)).toBe(kill);
      const before = factsOf(harness, command);
      expect(before.planned).toBe(kill > 0);
      expect(before.facts).toEqual(idsOf(command).slice(0, [0, 0, 2, 4, 5][kill]));
      await harness.recover();
      await expectWhole(command);
      await nothingPending();
    },
  );

  test.each([0, 1])('behind write %i of a command of one stream: the next start completes it', async (kill) => {
    for (const expected of ['none', 'any'] as const) {
      const command = aCommand(aWrite(aStream(), expected, 3));
      expect(await harness.appendAndKill(command, kill)).toBe(kill);
      await harness.recover();
      await expectWhole(command);
    }
    await nothingPending();
  });

  test('in the middle: who asks for the command or wants one of its streams finds it completed, without any start', async () => {
    const asked = await threeStreams();
    await harness.appendAndKill(asked, 2);
    expect(await harness.open().findCommand(asked.commandId)).toMatchObject({ result: asked.result });
    await expectWhole(asked);

    const wanted = await threeStreams();
    await harness.appendAndKill(wanted, 2);
    const stream = wanted.writes[1]?.stream ?? '';
    // The stream stood at 2 in what the killed process left behind; the plan that was accepted makes it 4.
    const late = await harness.open().append(aCommand(aWrite(stream, 2)));
    expect(late).toEqual({ outcome: 'conflict', stream, expected: 2, actual: 4 });
    expect((await harness.open().append(aCommand(aWrite(stream, 4)))).outcome).toBe('appended');
    expect(factsOf(harness, wanted).facts).toEqual(idsOf(wanted));

    const repeated = await threeStreams();
    await harness.appendAndKill(repeated, 3);
    expect(await harness.open().append(repeated)).toMatchObject({ outcome: 'duplicate' });
    expect(await harness.open().append({ ...repeated, fingerprint: 'ff'.repeat(32) })).toMatchObject({
      outcome: 'mismatch',
    });
    await expectWhole(repeated);
    await nothingPending();
  });

  test.each([1, 2, 3, 4])('behind write %i of a plan longer than one append may be', async (kill) => {
    const large = () => anEvent({ text: 'x'.repeat(400_000) });
    const command = aCommand(...[1, 2, 3].map(() => aWrite(aStream(), 'none', [large(), large()])));
    await harness.appendAndKill(command, kill);
    // Three parts of which the third decides.
    expect(factsOf(harness, command)).toEqual({
      planned: kill >= 3,
      facts: idsOf(command).slice(0, kill === 4 ? 2 : 0),
    });
    await harness.recover();
    await expectWhole(command);
  });

  test('and the command table comes from an older backup: the log alone completes the plan and knows the command', async () => {
    const command = await threeStreams();
    await harness.appendAndKill(command, 3);
    await harness.database.query('delete from log.kurrent_commands');
    await harness.recover();
    await expectWhole(command);
    await nothingPending();
  });
});

test('a command table from an older backup learns from the log what was done since', async () => {
  const store = harness.open();
  const done = [aCommand(aWrite(aStream(), 'any', 2)), await threeStreams(), aCommand(aWrite(aStream(), 'none'))];
  for (const command of done) await store.append(command);
  await harness.database.query(
    `delete from log.kurrent_commands; update log.kurrent_progress set known_until = repeat('0', 20)`,
  );
  await harness.recover();
  for (const command of done) await expectWhole(command);
  await nothingPending();
});

describe('the server', () => {
  const ends = ['drop', 'stop'] as const;
  test.each(ends.flatMap((end) => [1, 2, 3, 4].map((n) => [end, n] as const)))(
    'does a "%s" behind write %i, before its answer: the caller sees a success, everything stands once',
    async (end, nth) => {
      const command = await threeStreams();
      const store = harness.open();
      let writes = 0;
      harness.server.onWrite = () => {
        writes += 1;
        if (writes !== nth) return 'answer';
        if (end === 'stop') setTimeout(() => harness.server.restart(), 150);
        return end;
      };
      expect(await store.append(command)).toMatchObject({ outcome: 'appended' });
      harness.server.onWrite = () => 'answer';
      await expectWhole(command);
    },
  );

  test('stays away for longer than anybody waits: the command is open, and decided once it is back', async () => {
    const command = await threeStreams();
    const store = harness.open();
    harness.server.onWrite = ({ stream }) => (stream === command.writes[0]?.stream ? 'stop' : 'answer');
    await expect(store.append(command)).rejects.toThrow('The log cannot be reached');
    harness.server.onWrite = () => 'answer';
    harness.server.restart();
    expect(await store.append(command)).toMatchObject({ outcome: 'duplicate' });
    await expectWhole(command);
    await nothingPending();
  });
});
