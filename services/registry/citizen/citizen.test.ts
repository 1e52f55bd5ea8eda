import { describe, expect, test } from 'vitest';
import { outcome } from '../../event-store/given.ts';
import { dissolveHousehold } from '../household/household.ts';
import { householdOf } from '../household/household-state.ts';
import { dwellings, env, household, person, register, today, ward } from '../test-support.ts';
import { registerCitizen } from './citizen.ts';
import { changeCitizen, type FieldChange } from './change.ts';
import { citizenOf, citizenStream, currentResidences } from './citizen-state.ts';
import { recordDeath } from './life/death.ts';
import { correctResidence, joinHousehold, leaveHousehold, type JoinHousehold } from './residence.ts';

const id = '079190000001';

describe('registering', () => {
  test('writes person, residence and membership in one act', async () => {
    const world = ward();
    const householdId = await household(world);
    const written = outcome(
      await world.when(
        registerCitizen(person(householdId, 'Nguyễn  Thị An', { relation: 'head' }, { nationalId: id }), env()),
      ),
    );
    const types = Object.values(written).map((events) =>
      Array.isArray(events) ? events.map((event) => event.type) : events,
    );
    expect(types).toEqual([
      ['CitizenRegistered', 'ResidenceStarted'],
      ['HouseholdMemberJoined', 'HouseholdHeadChanged'],
      ['ClaimTaken'],
    ]);
    expect(Object.keys(written).join()).not.toContain(id.slice(0, 6));
  });

  test('text is kept as typed after NFC and trimming', async () => {
    const world = ward();
    const { citizenId } = await register(world, person(await household(world), ' Hoà An '.normalize('NFD')));
    expect(citizenOf(world.events(citizenStream(citizenId)))?.details.fullName).toBe('Hoà An');
  });

  test.each([
    [{ since: '2026-11-23' }, {}, 'DAY_IN_FUTURE since'],
    [{ since: '1990-05-16' }, {}, 'DAY_BEFORE_BIRTH since'],
    [{ since: '1989-12-31' }, { birth: '1990' }, 'DAY_BEFORE_BIRTH since'],
    [{ since: '1990-01-01' }, { birth: '1990' }, 'registered'],
    [{ since: '2025-02-30' }, {}, 'FIELD_INVALID occurredOn'],
    [{ until: '2026-12-31' }, {}, 'UNTIL_ONLY_TEMPORARY until'],
    [{ kind: 'temporary', until: '2025-06-30' }, {}, 'UNTIL_BEFORE_SINCE until'],
    [{ kind: 'temporary', until: '2026-12-31' }, {}, 'registered'],
    [{ householdId: '00000000-0000-7000-8000-0000000000ff' }, {}, 'HOUSEHOLD_UNKNOWN householdId'],
    [{ relation: 'boss' }, {}, 'FIELD_INVALID relation'],
    [{}, { nationalId: '12345' }, 'FIELD_INVALID details.nationalId'],
    [{}, { fullName: '   ' }, 'FIELD_INVALID details.fullName'],
    [{}, { fullName: 'a\u0000b' }, 'FIELD_INVALID details.fullName'],
    [{}, { fullName: 'x'.repeat(201) }, 'FIELD_INVALID details.fullName'],
    [{}, { birth: '1990-13' }, 'FIELD_INVALID details.birth'],
    [{}, { note: '<script>alert(1)</script> =1+1' }, 'registered'],
  ])('%j %j -> %s', async (changes, details, expected) => {
    const world = ward();
    const result = outcome(
      await world.when(registerCitizen(person(await household(world), 'An', changes, details), env())),
    );
    expect(typeof result === 'string' ? result : 'registered').toBe(expected);
  });

  test('a household has one head, and a dissolved one takes nobody', async () => {
    const world = ward();
    const householdId = await household(world);
    await register(world, person(householdId, 'An', { relation: 'head' }));
    expect(outcome(await world.when(registerCitizen(person(householdId, 'Bình', { relation: 'head' }), env())))).toBe(
      'HOUSEHOLD_HAS_HEAD relation',
    );
    const empty = await household(world);
    await world.run(dissolveHousehold({ householdId: empty, occurredOn: today }, env()));
    expect(outcome(await world.when(registerCitizen(person(empty, 'Bình'), env())))).toBe('HOUSEHOLD_DISSOLVED');
  });

  test('an id has one living holder; the refusal tells nothing of who it is', async () => {
    const world = ward();
    const householdId = await household(world);
    const first = await register(world, person(householdId, 'An', {}, { nationalId: id }));
    const second = registerCitizen(person(householdId, 'Bình', {}, { nationalId: id }), env());
    const refused = await world.when(second);
    expect(refused).toEqual({ ok: false, rejection: { code: 'NATIONAL_ID_IN_USE', field: 'nationalId' } });
    await world.run(recordDeath({ citizenId: first.citizenId, occurredOn: today }, env()));
    expect(typeof outcome(await world.when(second))).toBe('object');
  });

  test('authority is asked for the place of the household and for each group of fields', async () => {
    const world = ward();
    const householdId = await household(world);
    const asked: string[] = [];
    const may = (...question: unknown[]) => {
      asked.push(JSON.stringify(question));
      return null;
    };
    await world.when(
      registerCitizen(person(householdId, 'An', {}, { phone: '0901234567', religion: null }), env({ may })),
    );
    const place = { ward: '27226', neighbourhood: '27226-001' };
    expect(asked).toEqual([
      JSON.stringify(['write', 'Household', place]),
      JSON.stringify(['write', 'Citizen', place, 'identity']),
      JSON.stringify(['write', 'Citizen', place, 'contact']),
    ]);
    const denied = env({
      may: (_action, _subject, _place, group) => (group === 'contact' ? { code: 'FORBIDDEN' } : null),
    });
    expect(
      outcome(await world.when(registerCitizen(person(householdId, 'An', {}, { phone: '0901234567' }), denied))),
    ).toBe('FORBIDDEN');
    expect(typeof outcome(await world.when(registerCitizen(person(householdId, 'An'), denied)))).toBe('object');
  });
});

describe('changing', () => {
  async function someone() {
    const world = ward();
    const householdId = await household(world);
    const { citizenId } = await register(
      world,
      person(householdId, 'Nguyễn Thị An', {}, { phone: '0901', nationalId: id }),
    );
    const change = (changes: FieldChange[], more = {}) =>
      changeCitizen({ citizenId, nature: 'correction', occurredOn: today, reason: null, changes, ...more }, env());
    const details = () => citizenOf(world.events(citizenStream(citizenId)))?.details;
    return { world, householdId, citizenId, change, details };
  }

  test('what others changed in other fields stays', async () => {
    const { world, change, details } = await someone();
    await world.run(change([{ field: 'occupation', shown: null, value: 'Giáo viên' }]));
    await world.run(change([{ field: 'phone', shown: '0901', value: '0902' }]));
    expect(details()).toMatchObject({ occupation: 'Giáo viên', phone: '0902', fullName: 'Nguyễn Thị An' });
  });

  test('the same field changed elsewhere is a clash, unless it holds already what is wanted', async () => {
    const { world, change, details } = await someone();
    await world.run(change([{ field: 'phone', shown: '0901', value: '0902' }]));
    expect(outcome(await world.when(change([{ field: 'phone', shown: '0901', value: '0903' }])))).toBe('CLASH phone');
    expect(outcome(await world.when(change([{ field: 'phone', shown: '0901', value: '0902' }])))).toBe(
      'NOTHING_CHANGED',
    );
    await world.run(
      change([
        { field: 'phone', shown: '0901', value: '0902' },
        { field: 'email', shown: null, value: 'a@b.vn' },
      ]),
    );
    expect(details()).toMatchObject({ phone: '0902', email: 'a@b.vn' });
  });

  test.each([
    [{ field: 'fullName', shown: 'Nguyễn Thị An', value: ' ' }, {}, 'FIELD_REQUIRED fullName'],
    [{ field: 'sex', shown: 'female', value: 'x' }, {}, 'FIELD_INVALID sex'],
    [{ field: 'registeredOn', shown: null, value: 'x' }, {}, 'FIELD_INVALID registeredOn'],
    [{ field: 'birth', shown: '1990-05-17', value: '2025-07-02' }, {}, 'DAY_BEFORE_BIRTH birth'],
    [{ field: 'birth', shown: '1990-05-17', value: '2027' }, {}, 'DAY_IN_FUTURE birth'],
    [{ field: 'phone', shown: '0901', value: null }, { occurredOn: '2026-12-01' }, 'DAY_IN_FUTURE occurredOn'],
  ])('%j %j -> %s', async (change, more, expected) => {
    const subject = await someone();
    expect(outcome(await subject.world.when(subject.change([change], more)))).toBe(expected);
  });

  test('a corrected id frees the old one and takes the new one', async () => {
    const { world, householdId, change } = await someone();
    await world.run(change([{ field: 'nationalId', shown: id, value: '079190000002' }]));
    await register(world, person(householdId, 'Bình', {}, { nationalId: id }));
    expect(outcome(await world.when(change([{ field: 'nationalId', shown: '079190000002', value: id }])))).toBe(
      'NATIONAL_ID_IN_USE nationalId',
    );
  });

  test('each field asks for its own group at a place where the citizen is at home', async () => {
    const { world, citizenId } = await someone();
    const onlyContact = env({
      may: (_action, _subject, place, group) =>
        group === 'contact' && place.neighbourhood === '27226-001' ? null : { code: 'FORBIDDEN' },
    });
    const change = (changes: FieldChange[]) =>
      changeCitizen({ citizenId, nature: 'change', occurredOn: today, reason: null, changes }, onlyContact);
    expect(typeof outcome(await world.when(change([{ field: 'phone', shown: '0901', value: '0902' }])))).toBe('object');
    expect(outcome(await world.when(change([{ field: 'fullName', shown: 'Nguyễn Thị An', value: 'X' }])))).toBe(
      'FORBIDDEN',
    );
  });
});

describe('residence', () => {
  async function living() {
    const world = ward();
    const [from, to] = [await household(world), await household(world, dwellings.two)];
    const { citizenId, residenceId } = await register(world, person(from, 'An', { relation: 'head' }));
    const join = (changes: Partial<JoinHousehold> = {}) =>
      joinHousehold(
        { ...person(to, ''), citizenId, relation: 'other', cause: 'move', since: '2026-01-01', ...changes },
        env(),
      );
    const state = () => citizenOf(world.events(citizenStream(citizenId)));
    return { world, from, to, citizenId, residenceId, join, state };
  }

  test('a move ends the old residence that day, in both households; a head who goes leaves none', async () => {
    const { world, from, to, citizenId, join, state } = await living();
    await world.run(join());
    const current = state();
    expect(current && currentResidences(current).map((one) => [one.householdId, one.since])).toEqual([
      [to, '2026-01-01'],
    ]);
    expect(state()?.residences[0]).toMatchObject({ householdId: from, endedOn: '2026-01-01' });
    expect(householdOf(world.events(`household-${from}`))).toMatchObject({ headId: null, members: new Set() });
    expect(householdOf(world.events(`household-${to}`))?.members).toEqual(new Set([citizenId]));
  });

  test.each([
    [{ cause: 'arrival' }, 'ALREADY_PERMANENT kind'],
    [{ kind: 'temporary' }, 'MOVE_WITHOUT_RESIDENCE cause'],
    [{ kind: 'temporary', cause: 'arrival' }, 'joined'],
    [{ since: '2025-06-30' }, 'DAY_BEFORE_SINCE since'],
    [{ since: '2026-11-23' }, 'DAY_IN_FUTURE since'],
    [{ until: '2026-12-01' }, 'UNTIL_ONLY_TEMPORARY until'],
  ])('joining with %j -> %s', async (changes, expected) => {
    const { world, join } = await living();
    const result = outcome(await world.when(join(changes)));
    expect(typeof result === 'string' ? result : 'joined').toBe(expected);
  });

  test('nobody is twice in one household, and at most once permanent and once temporary anywhere', async () => {
    const { world, from, join } = await living();
    expect(outcome(await world.when(join({ householdId: from, kind: 'temporary', cause: 'arrival' })))).toBe(
      'ALREADY_MEMBER householdId',
    );
    await world.run(join({ kind: 'temporary', cause: 'arrival' }));
    const third = await household(world, dwellings.far);
    expect(outcome(await world.when(join({ householdId: third, kind: 'temporary', cause: 'arrival' })))).toBe(
      'ALREADY_TEMPORARY kind',
    );
  });

  test('who departed can come again, but not into the time lived elsewhere', async () => {
    const { world, citizenId, residenceId, join } = await living();
    await world.run(
      leaveHousehold(
        { citizenId, residenceId, cause: 'departure', occurredOn: '2026-03-01', wentTo: 'Long An' },
        env(),
      ),
    );
    expect(outcome(await world.when(join({ cause: 'arrival', since: '2026-02-01' })))).toBe('RESIDENCE_OVERLAP since');
    await world.run(join({ cause: 'arrival', since: '2026-03-01' }));
  });

  test('leaving: the day, the residence, and only once', async () => {
    const { world, citizenId, residenceId } = await living();
    const leave = (changes = {}) =>
      leaveHousehold(
        { citizenId, residenceId, cause: 'departure', occurredOn: '2026-03-01', wentTo: null, ...changes },
        env(),
      );
    expect(outcome(await world.when(leave({ occurredOn: '2025-06-30' })))).toBe('DAY_BEFORE_SINCE occurredOn');
    expect(outcome(await world.when(leave({ occurredOn: '2027-01-01' })))).toBe('DAY_IN_FUTURE occurredOn');
    expect(outcome(await world.when(leave({ residenceId: citizenId })))).toBe('RESIDENCE_UNKNOWN');
    expect(outcome(await world.when(leave({ cause: 'fled' })))).toBe('FIELD_INVALID cause');
    await world.run(leave());
    expect(outcome(await world.when(leave()))).toBe('RESIDENCE_ENDED');
  });

  test('a residence recorded in error never was, and the right one can still be recorded', async () => {
    const { world, citizenId, residenceId, join, state } = await living();
    await world.run(
      leaveHousehold({ citizenId, residenceId, cause: 'recorded_in_error', occurredOn: today, wentTo: null }, env()),
    );
    expect(state()?.residences).toEqual([]);
    await world.run(join({ cause: 'arrival', since: '2025-07-01' }));
    expect(state()?.residences).toHaveLength(1);
  });

  test('dates of a residence are corrected within what is possible', async () => {
    const { world, citizenId, residenceId, state } = await living();
    const correct = (changes = {}) =>
      correctResidence(
        { citizenId, residenceId, since: '2010-01-01', until: null, source: 'police', ...changes },
        env(),
      );
    expect(outcome(await world.when(correct({ since: '1990-05-16' })))).toBe('DAY_BEFORE_BIRTH since');
    expect(outcome(await world.when(correct({ since: '2027-01-01' })))).toBe('DAY_IN_FUTURE since');
    expect(outcome(await world.when(correct({ until: '2027-01-01' })))).toBe('UNTIL_ONLY_TEMPORARY until');
    expect(outcome(await world.when(correct({ since: '2025-07-01' })))).toBe('NOTHING_CHANGED');
    await world.run(correct());
    expect(state()?.residences[0]).toMatchObject({ since: '2010-01-01', estimated: false });
  });

  test('a death ends every residence and membership, once, and is not undone by joining', async () => {
    const { world, from, to, citizenId, join, state } = await living();
    await world.run(join({ kind: 'temporary', cause: 'arrival' }));
    const die = (occurredOn: string) => recordDeath({ citizenId, occurredOn }, env());
    expect(outcome(await world.when(die('1990-05-16')))).toBe('DAY_BEFORE_BIRTH occurredOn');
    expect(outcome(await world.when(die('2026-11-23')))).toBe('DAY_IN_FUTURE occurredOn');
    await world.run(die('2026-11-20'));
    expect(state()?.residences.map((one) => one.endedOn)).toEqual(['2026-11-20', '2026-11-20']);
    expect(householdOf(world.events(`household-${from}`))).toMatchObject({ headId: null, members: new Set() });
    expect(householdOf(world.events(`household-${to}`))?.members).toEqual(new Set());
    expect(outcome(await world.when(die('2026-11-20')))).toBe('CITIZEN_DEAD');
    expect(outcome(await world.when(join({ cause: 'arrival', since: '2026-11-21' })))).toBe('CITIZEN_DEAD');
  });
});
