import { citizenDetailsChanged, citizenDetails, type CitizenDetailChanges } from '@nocgia/schemas/events/citizen.ts';
import type { Evidence } from '@nocgia/schemas/events/evidence.ts';
import * as v from 'valibot';
import { accept, after, parsed, refuse } from '../../event-store/deciding.ts';
import type { Decision } from '../../event-store/dispatcher.ts';
import type { CommandEnv, Decider } from '../command-env.ts';
import { untimelyEvidence } from '@nocgia/schemas/events/evidence.ts';
import { claimFor, groupsOf, loadCitizen, mayWrite } from './citizen.ts';
import { earliestBirth } from './citizen-state.ts';
import { holderOf, nationalIdClaim, releaseClaim } from './claim.ts';

/** A new value for one field; `shown` is what the form showed, null = empty. */
export interface FieldChange {
  field: string;
  shown: string | null;
  value: string | null;
}

export interface ChangeCitizen {
  citizenId: string;
  nature: 'correction' | 'change';
  occurredOn: string;
  reason: string | null;
  changes: readonly FieldChange[];
  evidence?: Evidence | null;
}

const fields = Object.keys(citizenDetails.entries);
const required = new Set(['fullName', 'sex']);

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/**
 * Details of a citizen change, or were wrong. What others changed meanwhile in other fields stays; a field that no longer holds what
 * the form showed is a CLASH, unless it holds already what is now wanted.
 */
export function changeCitizen(input: ChangeCitizen, env: CommandEnv): Decider {
  return async (load) => {
    const found = await loadCitizen(load, input.citizenId);
    if (!found) return refuse('NOT_FOUND');
    for (const group of groupsOf(input.changes.map((change) => change.field))) {
      const denied = mayWrite(found, group, env);
      if (denied) return { ok: false, rejection: denied };
    }
    const wanted: Record<string, string | null> = {};
    for (const { field, shown, value } of input.changes) {
      if (!fields.includes(field)) return refuse('FIELD_INVALID', field);
      const normal = value?.normalize('NFC').trim() ?? '';
      const next = normal === '' ? null : normal;
      if (next === null && required.has(field)) return refuse('FIELD_REQUIRED', field);
      const current = text(Reflect.get(found.citizen.details, field));
      if (current === next) continue;
      if (current !== shown) return refuse('CLASH', field);
      wanted[field] = next;
    }
    if (Object.keys(wanted).length === 0) return refuse('NOTHING_CHANGED');
    const { citizenId, nature, occurredOn, reason, evidence } = input;
    const checked = parsed(citizenDetailsChanged.schema, {
      ...{ citizenId, nature, changes: wanted, reason, occurredOn },
      ...(evidence && { evidence }),
    });
    if (!checked.ok)
      return {
        ok: false,
        rejection: { ...checked.rejection, field: (checked.rejection.field ?? '').replace('changes.', '') },
      };
    const { changes } = checked.value;
    if (occurredOn > env.today) return refuse('DAY_IN_FUTURE', 'occurredOn');
    const untimely = untimelyEvidence(evidence, env.today);
    if (untimely) return { ok: false, rejection: untimely };
    const { died, details, residences } = found.citizen;
    if (changes.birth) {
      const birth = earliestBirth(changes.birth);
      if (birth > env.today) return refuse('DAY_IN_FUTURE', 'birth');
      if (residences.some((one) => one.since < birth) || (died !== null && died < birth))
        return refuse('DAY_BEFORE_BIRTH', 'birth');
    }
    const writes = [after(found.stream, found.events, { type: 'CitizenDetailsChanged', data: checked.value })];
    // Authority came from where the citizen is at home: that must still be so.
    for (const home of found.placing) writes.push(after(home.stream, home.events));
    if (changes.nationalId !== undefined && died === null) {
      const claims = await exchangeClaims(details.nationalId ?? null, changes);
      if (!claims.ok) return claims;
      writes.push(...claims.writes);
    }
    return accept(writes);

    async function exchangeClaims(
      old: string | null,
      changed: CitizenDetailChanges,
    ): Promise<
      { ok: true; writes: Decision['writes'] } | Extract<Awaited<ReturnType<typeof claimFor>>, { ok: false }>
    > {
      const moved: Decision['writes'] = [];
      if (old !== null) {
        const stream = nationalIdClaim(env.claimHash, old);
        const events = (await load([stream])).get(stream) ?? [];
        if (holderOf(events) === citizenId) moved.push(releaseClaim(stream, events, citizenId, 'correction'));
      }
      if (changed.nationalId) {
        const claim = await claimFor(load, env, changed.nationalId, citizenId);
        if (!claim.ok) return claim;
        moved.push(claim.write);
      }
      return { ok: true, writes: moved };
    }
  };
}

/** Names of all fields of a citizen that a form can change. */
export const citizenFields: readonly string[] = fields;

/** Checks one field by itself, for forms and imports; true when the value would be taken. */
export function isFieldValue(field: string, value: string | null): boolean {
  if (!fields.includes(field)) return false;
  return v.safeParse(v.partial(citizenDetails), { [field]: value }).success && !(value === null && required.has(field));
}
