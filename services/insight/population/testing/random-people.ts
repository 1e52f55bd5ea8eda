import fc from 'fast-check';
import { uuidOf } from '../../../projection/testing/sample-events.ts';
import { day, dayOf, days, statusEvents, withdrawal, type WardEvent } from './random-events.ts';

const residenceEvents = (citizen: string, index: number, households: string[]): fc.Arbitrary<WardEvent[]> =>
  fc
    .record({
      household: fc.constantFrom(...households),
      kind: fc.constantFrom('permanent', 'permanent', 'temporary'),
      since: day,
      cause: fc.constantFrom('first_entry', 'birth', 'arrival', 'move'),
      until: fc.option(fc.integer({ min: 0, max: 120 })),
      end: fc.option(
        fc.tuple(
          fc.integer({ min: 0, max: 120 }),
          fc.constantFrom('departure', 'move', 'expired', 'recorded_in_error'),
        ),
      ),
      corrections: days(1),
      shifted: day,
      relations: days(1),
    })
    .map((choice) => {
      const citizenId = uuidOf(citizen);
      const ids = { citizenId, residenceId: uuidOf(`${citizen}/${index}`) };
      const stream = `citizen-${citizenId}`;
      const until = choice.kind === 'temporary' && choice.until !== null ? dayOf(choice.until) : null;
      const events: WardEvent[] = [
        {
          stream,
          type: 'ResidenceStarted',
          data: {
            ...ids,
            kind: choice.kind,
            householdId: uuidOf(choice.household),
            relation: 'child',
            cause: choice.cause,
            estimated: false,
            until,
            source: 'board',
            cameFrom: null,
            occurredOn: dayOf(choice.since),
          },
        },
      ];
      for (const on of choice.corrections) {
        events.push({
          stream,
          type: 'ResidenceCorrected',
          data: { ...ids, since: dayOf(choice.shifted), until, source: 'police', occurredOn: dayOf(on) },
        });
      }
      for (const on of choice.relations) {
        events.push({
          stream,
          type: 'ResidenceRelationChanged',
          data: { ...ids, relation: 'other', occurredOn: dayOf(on) },
        });
      }
      if (choice.end) {
        events.push({
          stream,
          type: 'ResidenceEnded',
          data: { ...ids, cause: choice.end[1], wentTo: null, occurredOn: dayOf(choice.end[0]) },
        });
      }
      return events;
    });

const changes = [
  { birth: '1961-03-04' },
  { ethnicity: '27' },
  { ethnicity: null },
  { eidLevel: '1' },
  { eidLevel: '2', eidSince: dayOf(40) },
  { eidLevel: null },
  { eidSince: dayOf(25) },
];

/** Everything that is recorded in one person's stream. */
export const citizenEvents = (name: string, households: string[]): fc.Arbitrary<WardEvent[]> =>
  fc
    .record({
      sex: fc.constantFrom('male', 'female', 'unknown'),
      birth: fc.constantFrom('1950', '1980-05', '2026-02-20', '1999-12-31', null),
      registered: day,
      residences: fc
        .integer({ min: 0, max: 3 })
        .chain((many) =>
          fc.tuple(...Array.from({ length: many }, (_, index) => residenceEvents(name, index, households))),
        ),
      ethnicity: fc.constantFrom('01', '04', undefined),
      eidLevel: fc.constantFrom('1', '2', null, undefined),
      eidSince: fc.constantFrom(dayOf(30), '2025-05-01', null, undefined),
      changes: days(4, 1),
      changed: fc.array(fc.constantFrom(...changes), { minLength: 4, maxLength: 4 }),
      natures: fc.array(fc.constantFrom('correction', 'change'), { minLength: 4, maxLength: 4 }),
      absences: absenceEvents(uuidOf(name), `citizen-${uuidOf(name)}`),
      policies: statusEvents(
        { type: 'PolicyStatus', stream: `citizen-${uuidOf(name)}`, ids: { citizenId: uuidOf(name) } },
        ['war_invalid', 'social_pension'],
      ),
      withdrawn: withdrawal('CitizenWithdrawn', `citizen-${uuidOf(name)}`, { citizenId: uuidOf(name) }),
      dies: fc.option(day, { freq: 3 }),
    })
    .map((choice) => {
      const citizenId = uuidOf(name);
      const stream = `citizen-${citizenId}`;
      const events: WardEvent[] = [
        {
          stream,
          type: 'CitizenRegistered',
          data: {
            citizenId,
            details: {
              fullName: name,
              sex: choice.sex,
              birth: choice.birth,
              ...given('ethnicity', choice.ethnicity),
              ...given('eidLevel', choice.eidLevel),
              ...given('eidSince', choice.eidSince),
            },
            sourceKey: null,
            unmapped: null,
            occurredOn: dayOf(choice.registered),
          },
        },
        ...choice.residences.flat(),
        ...choice.changes.map((on, index) => ({
          stream,
          type: 'CitizenDetailsChanged',
          data: {
            citizenId,
            nature: choice.natures[index],
            changes: index === 0 ? { sex: choice.sex === 'male' ? 'female' : 'male' } : choice.changed[index],
            reason: null,
            occurredOn: dayOf(on),
          },
        })),
      ];
      events.push(...choice.absences, ...choice.policies, ...choice.withdrawn);
      if (choice.dies !== null)
        events.push({ stream, type: 'CitizenDied', data: { citizenId, occurredOn: dayOf(choice.dies) } });
      return events;
    });

/** A field that was said, or none. */
function given(name: string, value: string | null | undefined): Record<string, string | null> {
  return value === undefined ? {} : { [name]: value };
}

const absenceEvents = (citizenId: string, stream: string): fc.Arbitrary<WardEvent[]> =>
  fc
    .array(
      fc.record({
        on: day,
        until: fc.option(day),
        end: fc.option(fc.tuple(day, fc.constantFrom('returned', 'recorded_in_error'))),
      }),
      { maxLength: 2 },
    )
    .map((all) =>
      all.flatMap(({ on, until, end }, index): WardEvent[] => {
        const own = { citizenId, absenceId: uuidOf(`${stream}/absence/${index}`) };
        const last = until === null ? null : dayOf(until);
        const said = { destination: null, reason: null, source: 'police', evidence: null };
        return [
          { stream, type: 'AbsenceStarted', data: { ...own, ...said, until: last, occurredOn: dayOf(on) } },
          ...(end
            ? [{ stream, type: 'AbsenceEnded', data: { ...own, cause: end[1], occurredOn: dayOf(end[0]) } }]
            : []),
        ];
      }),
    );
