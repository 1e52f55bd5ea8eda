import { foldText } from '@nocgia/schemas/text/fold.ts';
import type { BoundaryChange } from '@nocgia/schemas/events/unit.ts';
import { accept, after, refuse } from '../../event-store/deciding.ts';
import type { Decision } from '../../event-store/dispatcher.ts';
import type { DomainEvent } from '../../event-store/log.ts';
import type { Decider } from '../command-env.ts';
import { dwellingOf, dwellingStream, placed, type DwellingState } from '../dwelling/dwelling.ts';
import { unitsLeft, unitsMade } from './boundary.ts';
import { existing, unitOf, unitStream } from './unit.ts';

/** Into which neighbourhood a dwelling falls by a change; null when the change does not concern it. */
export function destination(
  change: BoundaryChange,
  dwelling: Pick<DwellingState, 'dwellingId' | 'street' | 'neighbourhood'>,
): string | null {
  if (dwelling.neighbourhood === null || !unitsLeft(change).includes(dwelling.neighbourhood)) return null;
  switch (change.kind) {
    case 'merge':
      return change.into.code;
    case 'split': {
      const street = foldText(dwelling.street ?? '');
      const named = change.into.find((part) => part.dwellings.includes(dwelling.dwellingId));
      const byStreet = change.into.find((part) => part.streets.some((name) => foldText(name) === street));
      return (named ?? byStreet ?? change.into[0])?.unit.code ?? null;
    }
    case 'establish':
    case 'rename':
      return null;
  }
}

export interface TakeEffect {
  ward: string;
  changeId: string;
  today: string;
  /** Dwellings that may lie in the units concerned; each one's own stream decides whether it does. */
  candidates: readonly string[];
}

/**
 * Carries a planned change out on or after its day: new units, ended units, and every dwelling's new place, in one append.
 * Run again with dwellings that were missed, it moves those alone.
 */
export function takeEffect({ ward, changeId, today, candidates }: TakeEffect): Decider {
  return async (load) => {
    const wardStream = unitStream(ward);
    const wardEvents = (await load([wardStream])).get(wardStream) ?? [];
    const plan = unitOf(wardEvents).plans.get(changeId);
    if (!plan || plan.state === 'cancelled') return refuse('CHANGE_NOT_PLANNED');
    if (plan.effectiveOn > today) return refuse('CHANGE_NOT_DUE', undefined, { day: plan.effectiveOn });
    const { change, effectiveOn } = plan;
    const left = unitsLeft(change);
    const made = unitsMade(change);
    const ids = [...new Set(candidates)];
    const streams = await load([
      ...[...left, ...made.map((unit) => unit.code)].map(unitStream),
      ...ids.map(dwellingStream),
    ]);
    const writes: Decision['writes'] = [];
    if (plan.state === 'planned') {
      const took: DomainEvent = {
        type: 'BoundaryChangeTookEffect',
        data: { unit: ward, changeId, occurredOn: effectiveOn },
      };
      writes.push(after(wardStream, wardEvents, took));
      for (const code of left) {
        const events = streams.get(unitStream(code)) ?? [];
        const wrong = existing(unitOf(events), code, effectiveOn);
        if (wrong) return { ok: false, rejection: wrong };
        const successors = made.map((unit) => unit.code);
        const fact: DomainEvent =
          change.kind === 'rename'
            ? { type: 'UnitRenamed', data: { code, name: change.name, occurredOn: effectiveOn } }
            : { type: 'UnitDissolved', data: { code, occurredOn: effectiveOn, successors } };
        writes.push(after(unitStream(code), events, fact));
      }
      for (const { code, name } of made) {
        const events = streams.get(unitStream(code)) ?? [];
        if (unitOf(events).code !== null) return refuse('UNIT_EXISTS', undefined, { code });
        const data = { code, level: 'neighbourhood', name, parent: ward, occurredOn: effectiveOn, predecessors: left };
        writes.push(after(unitStream(code), events, { type: 'UnitEstablished', data }));
      }
    }
    for (const id of ids) {
      const events = streams.get(dwellingStream(id)) ?? [];
      const dwelling = dwellingOf(events);
      const into = dwelling && destination(change, dwelling);
      if (!dwelling || !into) continue;
      // A roof entered or placed after the effective day moves on that later day: history never runs backwards.
      const on = dwelling.placedOn > effectiveOn ? dwelling.placedOn : effectiveOn;
      writes.push(after(dwellingStream(id), events, placed(dwelling, into, on, changeId)));
    }
    return accept(writes, {
      changeId,
      dwellings: writes.filter((write) => write.stream.startsWith('dwelling-')).length,
    });
  };
}
