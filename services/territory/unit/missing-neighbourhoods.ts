import { accept, after } from '../../event-store/deciding.ts';
import type { Decision } from '../../event-store/dispatcher.ts';
import type { CommandEnv, Decider } from '../command-env.ts';
import { codesUsed, freeCodes } from './boundary.ts';
import { establishUnit, existing, existsOn, unitOf, unitStream } from './unit.ts';

export interface EstablishMissing {
  ward: string;
  /** Names in the order in which they are to be numbered. */
  names: readonly string[];
  /** Tells names apart: two with the same key are one neighbourhood. */
  keyOf(name: string): string;
}

/**
 * Makes one neighbourhood for each name that the ward has none of today, with its next free codes; all of them or none. The first ones
 * of a ward stand since the ward does, since what happened before today happened in them as well; later ones are valid from today. Answers the codes made: `{ codes: [] }` when the ward has had them all.
 */
export function establishMissing(input: EstablishMissing, env: CommandEnv): Decider {
  return async (load) => {
    const { ward, keyOf } = input;
    const denied = env.may('plan', 'Unit', { ward, neighbourhood: null });
    if (denied) return { ok: false, rejection: denied };
    const stream = unitStream(ward);
    const events = (await load([stream])).get(stream) ?? [];
    const state = unitOf(events);
    const wrong = existing(state, ward, env.today);
    if (wrong) return { ok: false, rejection: wrong };
    const used = await codesUsed(ward, load);
    const there = [...used.values()].map((read) => unitOf(read)).filter((unit) => existsOn(unit, env.today));
    const known = new Set(there.map(({ name }) => keyOf(name)));
    const missing = new Map<string, string>();
    for (const name of input.names) {
      const key = keyOf(name);
      if (!known.has(key) && !missing.has(key)) missing.set(key, name);
    }
    const occurredOn = used.size === 0 ? state.validFrom : env.today;
    const codes = freeCodes(ward, state, used, [], missing.size);
    const writes: Decision['writes'] = [];
    for (const [index, name] of [...missing.values()].entries()) {
      const unit = { code: codes[index] ?? '', level: 'neighbourhood' as const, name, parent: ward };
      const decided = await establishUnit({ ...unit, occurredOn, predecessors: [] }, env)(load);
      if (!decided.ok) return decided;
      writes.push(...decided.decision.writes.filter((write) => write.stream !== stream));
    }
    return accept([...writes, after(stream, events)], { codes });
  };
}
