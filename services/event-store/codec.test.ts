import { randomUUID } from 'node:crypto';
import { defineEvent, personal, type EventDefinition } from '@nocgia/schemas/events/define.ts';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { InvalidEvent, UnreadableEvent, eventId, openEvents, sealEvent, takeApart } from './codec.ts';
import type { SubjectKey } from './keys/keyring.ts';
import { newKey } from './keys/wrap.ts';
import { START, type ReadEvent, type StoredEvent } from './port.ts';

const birthRegistered = defineEvent('BirthRegistered', 1, {
  motherId: v.string(),
  childId: v.string(),
  declarantId: v.optional(v.string()),
  occurredOn: v.string(),
  motherName: personal('citizen:motherId', v.string()),
  child: personal('citizen:childId', v.object({ name: v.string(), sex: v.picklist(['male', 'female']) })),
  relation: personal('citizen:declarantId', v.optional(v.string())),
});
const registry = new Map<string, EventDefinition>([[birthRegistered.type, birthRegistered]]);

const mother = randomUUID();
const child = randomUUID();
const birth = {
  type: 'BirthRegistered',
  data: {
    motherId: mother,
    childId: child,
    occurredOn: '2026-02-20',
    motherName: 'Nguye\u0302\u0303n Thị Hoa',
    child: { name: 'Trần Ộ', sex: 'female' },
  },
};

function keysOf(...subjects: string[]): Map<string, Buffer> {
  return new Map(subjects.map((subject) => [subject, newKey()]));
}

function keyringOf(keys: ReadonlyMap<string, SubjectKey>) {
  return {
    find: async (subjects: readonly string[]) => new Map([...keys].filter(([subject]) => subjects.includes(subject))),
  };
}

function stored(event: StoredEvent): ReadEvent {
  return {
    ...event,
    stream: 's',
    version: 1,
    position: START,
    recordedAt: '2026-11-22T00:00:00.000Z',
    context: { actor: 'a', correlation: 'c' },
    commandId: randomUUID(),
  };
}

describe('what goes in', () => {
  test('is taken apart by subject, in NFC', () => {
    const plain = takeApart(registry, birth);
    expect(plain.data).toEqual({ motherId: mother, childId: child, occurredOn: '2026-02-20' });
    expect([...plain.personal]).toEqual([
      [`citizen:${mother}`, { motherName: 'Nguyễn Thị Hoa' }],
      [`citizen:${child}`, { child: { name: 'Trần Ộ', sex: 'female' } }],
    ]);
  });

  test('two roles of one person share one part', () => {
    const plain = takeApart(registry, { ...birth, data: { ...birth.data, declarantId: mother, relation: 'mẹ' } });
    expect(plain.personal.size).toBe(2);
    expect(plain.personal.get(`citizen:${mother}`)).toEqual({ motherName: 'Nguyễn Thị Hoa', relation: 'mẹ' });
  });

  test('is refused when it does not fit, and the message shows no value', () => {
    const refusals = [
      { ...birth, type: 'Unheard' },
      { ...birth, data: { ...birth.data, nickname: 'Bí mật' } },
      { ...birth, data: { ...birth.data, child: { name: 'Bí mật', sex: 'Bí mật' } } },
      { ...birth, data: { ...birth.data, relation: 'Bí mật' } },
    ];
    const messages = refusals.map((event) => {
      try {
        takeApart(registry, event);
      } catch (error) {
        if (error instanceof InvalidEvent) return error.message;
      }
      return 'taken';
    });
    expect(messages.join('\n')).not.toContain('mật');
    expect(messages).toEqual([
      'event Unheard: not in the registry',
      'event BirthRegistered: no field nickname',
      'event BirthRegistered: child.sex is not ("male" | "female")',
      'event BirthRegistered: relation is personal, but declarantId names nobody',
    ]);
  });
});

describe('what comes out', () => {
  const keys = keysOf(`citizen:${mother}`, `citizen:${child}`);
  const id = eventId(randomUUID(), 1);
  const sealed = sealEvent(id, takeApart(registry, birth), keys);
  const held = new Map<string, SubjectKey>([...keys].map(([subject, key]) => [subject, { key }]));

  test('is what went in, and nothing personal stands in the stored event', async () => {
    const text = JSON.stringify({
      ...sealed,
      sealed: sealed.sealed.map((part) => Buffer.from(part.bytes).toString('latin1')),
    });
    expect(text).not.toMatch(/Hoa|Trần|female/);
    const [event] = await openEvents(registry, keyringOf(held), [stored(sealed)]);
    expect(event?.data).toEqual({ ...birth.data, motherName: 'Nguyễn Thị Hoa' });
    expect(event?.erased).toEqual([]);
  });

  test('has the residue where a subject was erased, and only there', async () => {
    const erased = new Map(held).set(`citizen:${child}`, {
      key: null,
      residue: { child: { sex: 'female' }, motherName: '?' },
    });
    const [event] = await openEvents(registry, keyringOf(erased), [stored(sealed)]);
    expect(event?.data).toEqual({ ...birth.data, motherName: 'Nguyễn Thị Hoa', child: { sex: 'female' } });
    expect(event?.erased).toEqual([`citizen:${child}`]);
    const all = new Map(erased).set(`citizen:${mother}`, { key: null, residue: {} });
    const [bare] = await openEvents(registry, keyringOf(all), [stored(sealed)]);
    expect(bare?.data).not.toHaveProperty('motherName');
  });

  test('is refused when a part was moved to another event, changed, or has no key', async () => {
    const moved = stored({ ...sealed, id: randomUUID() });
    await expect(openEvents(registry, keyringOf(held), [moved])).rejects.toThrow(UnreadableEvent);
    const bytes = Uint8Array.from(sealed.sealed[0]?.bytes ?? []);
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    const changed = stored({ ...sealed, sealed: [{ subject: `citizen:${mother}`, bytes }] });
    await expect(openEvents(registry, keyringOf(held), [changed])).rejects.toThrow('does not open');
    await expect(openEvents(registry, keyringOf(new Map()), [stored(sealed)])).rejects.toThrow(
      'key of a subject is missing',
    );
    await expect(openEvents(registry, keyringOf(held), [stored({ ...sealed, schemaVersion: 2 })])).rejects.toThrow(
      'newer version',
    );
  });
});

describe('older versions', () => {
  const third = defineEvent(
    'PhoneNoted',
    3,
    { citizenId: v.string(), channel: v.string(), phones: personal('citizen:citizenId', v.array(v.string())) },
    {
      1: ({ phone, ...rest }) => ({ ...rest, phones: [phone] }),
      2: (data) => ({ ...data, channel: 'desk' }),
    },
  );
  const all = new Map<string, EventDefinition>([[third.type, third]]);
  const subject = `citizen:${mother}`;
  const key = newKey();
  const first = sealEvent(
    randomUUID(),
    {
      type: 'PhoneNoted',
      schemaVersion: 1,
      data: { citizenId: mother },
      personal: new Map([[subject, { phone: '0901' }]]),
    },
    new Map([[subject, key]]),
  );

  test('are brought up step by step, with their sealed fields opened', async () => {
    const [event] = await openEvents(all, keyringOf(new Map([[subject, { key }]])), [stored(first)]);
    expect(event?.data).toEqual({ citizenId: mother, channel: 'desk', phones: ['0901'] });
  });

  test('of an erased subject keep nothing that a step made up', async () => {
    const erased = new Map<string, SubjectKey>([[subject, { key: null, residue: {} }]]);
    const [event] = await openEvents(all, keyringOf(erased), [stored(first)]);
    expect(event?.data).toEqual({ citizenId: mother, channel: 'desk' });
  });
});

test('event ids repeat with the command and differ within it', () => {
  const command = randomUUID();
  expect(eventId(command.toUpperCase(), 1)).toBe(eventId(command, 1));
  expect(eventId(command, 2)).not.toBe(eventId(command, 1));
  expect(eventId(command, 1)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
