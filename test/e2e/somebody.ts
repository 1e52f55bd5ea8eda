import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { TestServer } from '../support/server.ts';
import { samplePages } from './browser.ts';
import { idOf } from './filling.ts';

interface Life {
  residences: { id: string }[];
  absences: { id: string }[];
  marriages: { id: string }[];
  policies: { id: string }[];
}

/**
 * Somebody new in the sample household who has everything that a form ends or goes on with: a temporary residence, an absence, a
 * marriage, a policy status. Answers the address of their page and of those forms.
 */
export async function somebody(server: TestServer) {
  const [clerk, social] = [await server.signIn('hotich'), await server.signIn('xahoi')];
  const householdId = idOf((await samplePages(server)).household);
  async function ask<T>(cookie: string, query: string, variables: Record<string, unknown>): Promise<T> {
    const { data, errors } = await server.query<T>(cookie, query, variables);
    expect(errors ?? []).toEqual([]);
    return data ?? expect.fail('no answer');
  }
  const record = async (cookie: string, mutation: string, type: string, input: object, answer = 'position') => {
    const query = `mutation ($meta: CommandMeta!, $input: ${type}!) { ${mutation}(meta: $meta, input: $input) { ${answer} } }`;
    const done = await ask<Record<string, Record<string, string>>>(cookie, query, {
      meta: { commandId: randomUUID() },
      input,
    });
    await server.projecting.waitFor(await server.platform.log.store.head(), 20_000);
    return done[mutation]?.[answer] ?? '';
  };
  const stay = { kind: 'temporary', cause: 'arrival', since: '2025-01-01', until: '2026-12-01', source: 'police' };
  const details = { fullName: 'Lê Thị Đủ Việc', sex: 'female', birth: '1990-05-17' };
  const registered = { details, householdId, relation: 'lodger', ...stay };
  const citizenId = await record(clerk, 'registerCitizen', 'RegisterCitizenInput', registered, 'citizenId');
  const occurredOn = '2026-01-05';
  await record(clerk, 'startAbsence', 'StartAbsenceInput', { citizenId, occurredOn, source: 'self_declared' });
  await record(clerk, 'recordMarriage', 'RecordMarriageInput', { citizenId, occurredOn, spouseName: 'Trần Văn Ở Xa' });
  await record(social, 'grantPolicyStatus', 'GrantPolicyStatusInput', { citizenId, occurredOn, status: 'war_invalid' });
  const life = async (cookie: string, of: keyof Life) => {
    const query = `query ($id: ID!) { citizen(id: $id) { ${of} { id } } }`;
    const { citizen } = await ask<{ citizen: Life }>(cookie, query, { id: citizenId });
    return citizen[of][0]?.id ?? expect.fail(`no ${of}`);
  };
  const citizen = `/citizens/${citizenId}`;
  return {
    citizen,
    renewal: `${citizen}/renew?id=${await life(clerk, 'residences')}`,
    absenceEnd: `${citizen}/absence/end?id=${await life(clerk, 'absences')}`,
    marriageEnd: `${citizen}/marriage/end?id=${await life(clerk, 'marriages')}`,
    policyEnd: `${citizen}/policy/end?id=${await life(social, 'policies')}`,
  };
}

interface Resident {
  id: string;
  fullName: string;
  nationalId: string;
}

/** Residents of the demo ward who have an identity number; each call of the answer gives another one. */
export async function residents(server: TestServer): Promise<() => Resident> {
  interface Page {
    citizens: { items: { citizen: Omit<Resident, 'nationalId'> & { nationalId: string | null } }[] };
  }
  const { ward } = await samplePages(server);
  const { data } = await server.query<Page>(
    await server.signIn('tiepnhan'),
    'query ($unit: ID!) { citizens(unit: $unit, first: 40) { items { citizen { id fullName nationalId } } } }',
    { unit: idOf(ward) },
  );
  const numbered = (data?.citizens.items ?? []).flatMap(({ citizen: { nationalId, ...rest } }) =>
    nationalId === null ? [] : [{ ...rest, nationalId }],
  );
  return () => numbered.shift() ?? expect.fail('no resident is left');
}
