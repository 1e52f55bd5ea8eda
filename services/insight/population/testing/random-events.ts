import fc from 'fast-check';
import { uuidOf } from '../../../projection/testing/sample-events.ts';

/** An event of a random ward: type and data as recorded, and the stream it stands in. */
export interface WardEvent {
  stream: string;
  type: string;
  data: { occurredOn: string } & Record<string, unknown>;
}

/** A day of 2026 by its number. */
export function dayOf(n: number): string {
  return new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
}

/** A day of the season that a random ward is told of. */
export const day = fc.integer({ min: 0, max: 120 });

/** Same-day statements on one matter contradict each other, so that their order does matter: each gets a day of its own. */
export function days(many: number, min = 0): fc.Arbitrary<number[]> {
  return fc.uniqueArray(fc.integer({ min, max: 130 }), { minLength: 0, maxLength: many });
}

/** Statuses of a person or a household: each granted, some with a last day, some ended or taken back. */
export function statusEvents(
  subject: { type: 'PolicyStatus' | 'HouseholdStatus'; stream: string; ids: Record<string, string> },
  statuses: readonly string[],
): fc.Arbitrary<WardEvent[]> {
  const one = fc.record({
    status: fc.constantFrom(...statuses),
    on: day,
    until: fc.option(day),
    end: fc.option(fc.tuple(day, fc.constantFrom('ended', 'recorded_in_error'))),
  });
  const { type, stream, ids } = subject;
  return fc.array(one, { maxLength: 2 }).map((all) =>
    all.flatMap(({ status, on, until, end }, index): WardEvent[] => {
      const own = { ...ids, statusId: uuidOf(`${stream}/status/${index}`), evidence: null };
      const last = until === null ? null : dayOf(until);
      const granted = { ...own, status, until: last, occurredOn: dayOf(on) };
      return [
        { stream, type: `${type}Granted`, data: granted },
        ...(end ? [{ stream, type: `${type}Ended`, data: { ...own, cause: end[1], occurredOn: dayOf(end[0]) } }] : []),
      ];
    }),
  );
}

/** Now and then what a stream tells of was recorded in error. */
export const withdrawal = (type: string, stream: string, ids: Record<string, string>): fc.Arbitrary<WardEvent[]> =>
  fc
    .constantFrom(false, false, false, false, true)
    .map((is) => (is ? [{ stream, type, data: { ...ids, importId: null, occurredOn: dayOf(130) } }] : []));
