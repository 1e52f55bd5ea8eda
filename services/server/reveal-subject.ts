import type { LoadSubject } from '../access/reveal/reveal.ts';
import { after } from '../event-store/deciding.ts';
import { citizenOf, citizenStream, placingHouseholds } from '../registry/citizen/citizen-state.ts';
import { loadHouseholds } from '../registry/place.ts';

/** A person as revealing a field needs them, from the streams of the register. */
export const loadRevealSubject: LoadSubject = async (load, citizenId) => {
  const stream = citizenStream(citizenId);
  const events = (await load([stream])).get(stream) ?? [];
  const citizen = citizenOf(events);
  if (!citizen) return null;
  const households = [...(await loadHouseholds(load, placingHouseholds(citizen))).values()];
  const details = new Map<string, unknown>(Object.entries(citizen.details));
  return {
    places: households.map(({ place }) => place),
    value: (field) => {
      const value = details.get(field);
      return typeof value === 'string' ? value : null;
    },
    relied: [
      after(stream, events),
      ...households.flatMap(({ stream: of, events: read, dwelling }) => [
        after(of, read),
        after(dwelling.stream, dwelling.events),
      ]),
    ],
  };
};
