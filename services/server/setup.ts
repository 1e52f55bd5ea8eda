import { randomInt, timingSafeEqual } from 'node:crypto';
import { errorText, type Rejection } from '@nocgia/schemas/errors.ts';
import type { FastifyInstance } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import * as v from 'valibot';
import { openAccount } from '../access/account/account.ts';
import { systemAuthority } from '../access/authority.ts';
import { setPassword, usernameClaim } from '../access/sign-in/credentials.ts';
import { refusePassword } from '../access/sign-in/password.ts';
import { dayInVietnam } from '@nocgia/schemas/days.ts';
import { derivedId } from '../event-store/derived-id.ts';
import { dispatch, type Decided, type LoadStreams } from '../event-store/dispatcher.ts';
import type { EventContext } from '../event-store/port.ts';
import { COMMUNES_SINCE, findReferenceUnit, searchReferenceUnits } from '../territory/reference/reference.ts';
import { establishUnit } from '../territory/unit/unit.ts';
import type { Platform } from './platform.ts';
import { localeOf } from './session.ts';

const text = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max));

/** What the first-run page sends. */
export const setupInput = v.object({
  /** Printed on the terminal at start: whoever can read it is the one who set the machine up. */
  token: text(40),
  wardCode: v.pipe(v.string(), v.regex(/^\d{5}$/)),
  /** Names in order; the codes are made. Empty when they are to come from the register itself. */
  neighbourhoods: v.pipe(v.array(text(200)), v.maxLength(400)),
  admin: v.object({ username: text(60), displayName: text(200), password: v.pipe(v.string(), v.maxLength(1000)) }),
});
export type SetupInput = v.InferOutput<typeof setupInput>;

export type SetupResult = { ok: true; recoveryKey: string } | { ok: false; rejection: Rejection };

/** First-run set-up of a real ward; afterwards it answers nothing but that it is done. */
export interface Setup {
  needed(): Promise<boolean>;
  /** Shown on the terminal while set-up is needed. */
  token: string;
  complete(input: SetupInput): Promise<SetupResult>;
}

type Step = (load: LoadStreams) => Promise<Decided>;

/** The ward, its city and neighbourhoods as commands of the system; ids of the commands follow from `run`, so that a repeat is harmless. */
export async function establishWard(
  platform: Platform,
  input: {
    wardCode: string;
    neighbourhoods: readonly { code: string; name: string }[];
    since: string;
    run: string;
    source: EventContext['source'] & object;
  },
): Promise<Rejection | null> {
  const reference = findReferenceUnit(input.wardCode);
  const city = reference?.parentCode ? findReferenceUnit(reference.parentCode) : null;
  if (!reference || !city) return { code: 'UNIT_UNKNOWN', field: 'wardCode', params: { code: input.wardCode } };
  const env = { may: systemAuthority, today: dayInVietnam(platform.now()), newId: uuidv7 };
  const unit = (
    code: string,
    level: 'city' | 'ward' | 'neighbourhood',
    name: string,
    parent: string | null,
  ): [string, Step] => [
    code,
    establishUnit({ code, level, name, parent, occurredOn: input.since, predecessors: [] }, env),
  ];
  const steps = [
    unit(city.code, 'city', city.name, null),
    unit(input.wardCode, 'ward', reference.name, city.code),
    ...input.neighbourhoods.map(({ code, name }) => unit(code, 'neighbourhood', name, input.wardCode)),
  ];
  for (const [code, step] of steps) {
    const outcome = await dispatch(
      platform.log,
      {
        commandId: derivedId(input.run, 'unit', code),
        name: 'establishUnit',
        payload: { run: input.run, code },
        context: { actor: 'system', source: input.source, correlation: input.run },
      },
      step,
    );
    // A set-up that broke off is done again from the start: what it had made stands.
    if (!outcome.ok && outcome.rejection.code !== 'UNIT_EXISTS') return outcome.rejection;
  }
  return null;
}

/** Opens an account with a password and its first position, as the system. A repeat of the same `run` finds the account and sets the password again. */
export async function openFirstAccount(
  platform: Platform,
  input: {
    username: string;
    displayName: string;
    password: string;
    mustChange: boolean;
    position: Parameters<typeof openAccount>[0]['position'];
    run: string;
    source: EventContext['source'] & object;
  },
): Promise<{ ok: true; accountId: string } | { ok: false; rejection: Rejection }> {
  const env = {
    may: systemAuthority,
    actor: null,
    today: dayInVietnam(platform.now()),
    newId: uuidv7,
    claimHash: platform.claimHash,
  };
  const { username, displayName, position } = input;
  const outcome = await dispatch(
    platform.log,
    {
      commandId: derivedId(input.run, 'account', username),
      name: 'openAccount',
      payload: { run: input.run, username },
      context: { actor: 'system', source: input.source, correlation: input.run },
    },
    openAccount({ username, displayName, position }, env),
  );
  if (!outcome.ok) return outcome;
  const accountId = accountIdOf(outcome.result);
  const usernameHash = platform.claimHash(usernameClaim(username));
  await setPassword(platform.appPool, { id: accountId, usernameHash }, input.password, {
    mustChange: input.mustChange,
    now: platform.now(),
  });
  return { ok: true, accountId };
}

function accountIdOf(result: unknown): string {
  if (typeof result === 'object' && result !== null && 'accountId' in result && typeof result.accountId === 'string')
    return result.accountId;
  throw new Error('openAccount answered no account');
}

/** Makes the set-up of this platform. It is needed while nobody can sign in. */
export function createSetup(platform: Platform): Setup {
  const token = Array.from({ length: 8 }, () => 'ABCDEFGHJKMNPQRSTVWXYZ23456789'[randomInt(30)]).join('');
  const needed = async () => {
    const { rows } = await platform.appPool.query<{ any: boolean }>(
      'select exists (select from app.credentials) as any',
    );
    return !rows[0]?.any;
  };
  return {
    token,
    needed,
    async complete(input) {
      if (!(await needed())) return { ok: false, rejection: { code: 'SETUP_DONE' } };
      const given = Buffer.from(input.token.toUpperCase().padEnd(token.length).slice(0, token.length));
      if (!timingSafeEqual(given, Buffer.from(token)))
        return { ok: false, rejection: { code: 'SETUP_TOKEN', field: 'token' } };
      const weak = refusePassword(input.admin.password, input.admin.username);
      if (weak) return { ok: false, rejection: { ...weak, field: 'password' } };
      const today = dayInVietnam(platform.now());
      const run = uuidv7();
      const source = { kind: 'form', id: run } as const;
      const neighbourhoods = input.neighbourhoods.map((name, i) => ({
        code: `${input.wardCode}-${String(i + 1).padStart(3, '0')}`,
        name,
      }));
      const refused = await establishWard(platform, {
        wardCode: input.wardCode,
        neighbourhoods,
        since: COMMUNES_SINCE,
        run,
        source,
      });
      if (refused) return { ok: false, rejection: refused };
      const position = { role: 'administrator', unit: input.wardCode, title: null, from: today, until: null } as const;
      const opened = await openFirstAccount(platform, { ...input.admin, mustChange: false, position, run, source });
      if (!opened.ok) return opened;
      return { ok: true, recoveryKey: platform.masterKey.recoveryKey };
    },
  };
}

/** `GET /setup/api/state` -> {needed}; `GET /setup/api/wards?text=` -> wards of the national list; `POST /setup/api/complete` -> {recoveryKey} | 422 {error}. Limited against guessing the token. */
export function setupRoutes(app: FastifyInstance, setup: Setup): void {
  app.get('/setup/api/state', async () => ({ needed: await setup.needed() }));
  // The national list is public; before the first account there is nobody who could sign in to ask for it.
  app.get<{ Querystring: { text?: string } }>(
    '/setup/api/wards',
    { config: { rateLimit: { max: 60, timeWindow: '1 minute' } } },
    async (request) => {
      const { text } = request.query;
      if (typeof text !== 'string' || !(await setup.needed())) return [];
      return searchReferenceUnits(text.slice(0, 200), 20).filter(({ code }) => code.length === 5);
    },
  );
  app.post(
    '/setup/api/complete',
    { config: { rateLimit: { max: 10, timeWindow: '1 minute' } } },
    async (request, reply) => {
      const locale = localeOf(request);
      const parsed = v.safeParse(setupInput, request.body);
      const result: SetupResult = parsed.success
        ? await setup.complete(parsed.output)
        : {
            ok: false,
            rejection: {
              code: 'FIELD_INVALID',
              field: parsed.issues[0].path?.map((part) => String(part.key)).join('.') ?? 'input',
            },
          };
      if (result.ok) return reply.header('cache-control', 'no-store').send({ recoveryKey: result.recoveryKey });
      const { rejection } = result;
      return reply
        .code(422)
        .send({ error: { code: rejection.code, field: rejection.field, message: errorText(locale, rejection) } });
    },
  );
}
