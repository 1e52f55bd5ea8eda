import type { Evidence } from '@nocgia/schemas/events/evidence.ts';
import type { Rejection } from '@nocgia/schemas/errors.ts';
import type { FieldGroup } from '../../../access/scope.ts';
import { after } from '../../../event-store/deciding.ts';
import type { Decision, LoadStreams } from '../../../event-store/dispatcher.ts';
import type { DomainEvent } from '../../../event-store/log.ts';
import type { CommandEnv } from '../../command-env.ts';
import { untimelyEvidence } from '@nocgia/schemas/events/evidence.ts';
import { loadCitizen, mayWrite, type LoadedCitizen } from '../citizen.ts';
import { earliestBirth } from '../citizen-state.ts';

/** What every event of a life says. */
export interface LifeEvent {
  citizenId: string;
  occurredOn: string;
  evidence?: Evidence | null;
}

/**
 * The citizen that an event of life is about, if it may be written and its day is neither ahead of today nor before the birth.
 * `rejection` otherwise; NOT_FOUND for somebody who was recorded in error.
 */
export async function loadForEvent(
  load: LoadStreams,
  { citizenId, occurredOn, evidence }: LifeEvent,
  group: FieldGroup,
  env: CommandEnv,
): Promise<{ ok: true; found: LoadedCitizen } | { ok: false; rejection: Rejection }> {
  const found = await loadCitizen(load, citizenId);
  if (!found || found.citizen.withdrawn) return { ok: false, rejection: { code: 'NOT_FOUND' } };
  const denied =
    mayWrite(found, group, env) ?? untimely(found, occurredOn, env) ?? untimelyEvidence(evidence, env.today);
  return denied ? { ok: false, rejection: denied } : { ok: true, found };
}

function untimely({ citizen }: LoadedCitizen, occurredOn: string, env: CommandEnv): Rejection | null {
  if (occurredOn > env.today) return { code: 'DAY_IN_FUTURE', field: 'occurredOn' };
  const { birth } = citizen.details;
  if (birth !== null && occurredOn < earliestBirth(birth)) return { code: 'DAY_BEFORE_BIRTH', field: 'occurredOn' };
  return null;
}

/** The writes of facts about one citizen: authority came from where the citizen is at home, so that must still be so. */
export function writesOf(found: LoadedCitizen, ...facts: DomainEvent[]): Decision['writes'] {
  return [
    after(found.stream, found.events, ...facts),
    ...found.placing.flatMap((home) => [
      after(home.stream, home.events),
      after(home.dwelling.stream, home.dwelling.events),
    ]),
  ];
}

/** The same writes, each stream once: events of one stream together. */
export function together(writes: Decision['writes']): Decision['writes'] {
  const byStream = new Map<string, Decision['writes'][number]>();
  for (const write of writes) {
    const own = byStream.get(write.stream);
    byStream.set(write.stream, own ? { ...own, events: [...own.events, ...write.events] } : write);
  }
  return [...byStream.values()];
}

/** The day that lies some years later, `YYYY-MM-DD`; of 29 February the 28th where there is none. */
export function yearsLater(day: string, years: number): string {
  const later = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  return later.endsWith('-02-29') && !isLeap(Number(later.slice(0, 4))) ? `${later.slice(0, 8)}28` : later;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
