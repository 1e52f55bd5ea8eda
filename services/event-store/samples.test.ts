import { eventRegistry } from '@nocgia/schemas/events/registry.ts';
import { expect, test } from 'vitest';
import { openEvents } from './codec.ts';
import type { SubjectKey } from './keys/keyring.ts';
import { readSamples, sampleKey, toReadEvent } from './samples.ts';

const samples = readSamples();
const keyring = {
  find: async (subjects: readonly string[]) =>
    new Map(subjects.map((subject): [string, SubjectKey] => [subject, { key: sampleKey }])),
};

test('every version of every event has a sample, and every sample an event', () => {
  const wanted = [...eventRegistry.values()].flatMap(({ type, version }) =>
    Array.from({ length: version }, (_, n) => `${type}.v${n + 1}.json`),
  );
  // Missing ones are made by `node services/event-store/make-samples.ts`; a type that was ever written stays readable for good.
  expect([...samples.keys()].sort()).toEqual(wanted.sort());
});

test.each([...samples])('%s opens to what it meant when it was written', async (name, sample) => {
  expect(name).toBe(`${sample.stored.type}.v${sample.stored.schemaVersion}.json`);
  const [event] = await openEvents(eventRegistry, keyring, [toReadEvent(sample)]);
  expect(event?.data).toEqual(sample.opensTo);
});

test.each([...samples])('%s opens without a fault when every subject in it is erased', async (_, sample) => {
  const erased = {
    find: async (subjects: readonly string[]) => new Map(subjects.map((one) => [one, { key: null, residue: {} }])),
  };
  const [event] = await openEvents(eventRegistry, erased, [toReadEvent(sample)]);
  expect(event?.erased).toEqual(sample.stored.sealed.map((part) => part.subject));
});
