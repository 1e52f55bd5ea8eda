import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestHouse, type TestHouse } from '../testing/house.ts';
import { changePassword, checkPassword, dropCredentials, issueOneTimePassword, usernameClaim } from './credentials.ts';
import { hashPassword, oneTimePassword, refusePassword, verifyPassword } from './password.ts';
import {
  choosePosition,
  endSessions,
  hashOfSid,
  loadSession,
  sessionLimits,
  startSession,
  sweepSessions,
} from './sessions.ts';
import { addressBlock, sweepThrottle } from './throttle.ts';

const PASSWORD = 'đường về làng xa';
const START = new Date('2026-11-22T03:00:00Z');

let house: TestHouse;
let lan: string;
beforeAll(async () => {
  house = await openTestHouse();
  lan = await house.hire('lan', { role: 'desk', unit: '27226' }, PASSWORD);
});
afterAll(() => house.close());
beforeEach(async () => {
  house.clock.now = START;
  await house.app.query('delete from app.sign_in_throttle');
});

const later = (seconds: number): Date => new Date(START.getTime() + seconds * 1000);
const attempt = (password: string, changes: { username?: string; address?: string; now?: Date } = {}) => {
  const { username = 'lan', address = '10.0.0.1', now = START } = changes;
  return checkPassword(house.app, { username, password, address }, house.keyed, now);
};
const codeOf = async (result: ReturnType<typeof attempt>): Promise<string> => {
  const done = await result;
  return done.ok ? 'in' : done.rejection.code;
};

describe('passwords', () => {
  test('are kept as Argon2id with the parameters that OWASP names first', async () => {
    expect(await hashPassword(PASSWORD)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
  test('typed in pieces are the same as composed', async () => {
    expect(await verifyPassword(await hashPassword(PASSWORD.normalize('NFD')), PASSWORD)).toBe(true);
    expect(await verifyPassword(null, 'nobody signs in with this')).toBe(false);
  });
  test.each([
    ['PASSWORD_TOO_SHORT', 'chín chín', 'lan'],
    ['PASSWORD_TOO_LONG', 'x y'.repeat(67), 'lan'],
    ['PASSWORD_LIKE_NAME', 'nguyen.van.an1', 'nguyen.van.an'],
    ['PASSWORD_LIKE_NAME', 'Nguyen.Van.An', 'nguyen.van.an'],
    ['PASSWORD_COMMON', 'Matkhau123!', 'lan'],
    ['PASSWORD_COMMON', '1234567890', 'lan'],
    ['PASSWORD_COMMON', 'aaaaaaaaaaaa', 'lan'],
    [undefined, PASSWORD, 'lan'],
    [undefined, 'lan mua xoài ở chợ', 'lan'],
  ])('%s: %s', (code, password, username) => {
    expect(refusePassword(password, username)?.code).toBe(code);
  });
  test('to be used once differ and would pass', () => {
    const some = Array.from({ length: 50 }, oneTimePassword);
    expect(new Set(some).size).toBe(50);
    expect(some.map((password) => refusePassword(password, 'lan'))).toEqual(some.map(() => null));
  });
});

describe('signing in', () => {
  test('needs the right password, whatever way the name is typed', async () => {
    expect(await codeOf(attempt(PASSWORD))).toBe('in');
    expect(await codeOf(attempt(PASSWORD, { username: ' LAN ' }))).toBe('in');
    expect(await codeOf(attempt('sai mật khẩu rồi'))).toBe('SIGN_IN_FAILED');
    expect(await codeOf(attempt(PASSWORD, { username: 'nobody' }))).toBe('SIGN_IN_FAILED');
  });

  test('after five attempts the account waits, longer each time, and a right password does not help before', async () => {
    for (let n = 1; n <= 5; n++)
      expect(await codeOf(attempt('wrong', { address: `10.0.1.${n}` }))).toBe('SIGN_IN_FAILED');
    expect(await attempt(PASSWORD, { address: '10.0.1.6' })).toEqual({
      ok: false,
      retryAfter: 30,
      rejection: { code: 'TOO_MANY_ATTEMPTS', params: { seconds: 30 } },
    });
    expect(await codeOf(attempt('wrong', { address: '10.0.1.7', now: later(31) }))).toBe('SIGN_IN_FAILED');
    expect(await attempt(PASSWORD, { address: '10.0.1.8', now: later(32) })).toMatchObject({ retryAfter: 59 });
    expect(await codeOf(attempt(PASSWORD, { address: '10.0.1.9', now: later(95) }))).toBe('in');
    expect(await codeOf(attempt('wrong', { address: '10.0.1.10', now: later(96) }))).toBe('SIGN_IN_FAILED');
  });

  test('an unknown name is throttled like a known one', async () => {
    for (let n = 1; n <= 5; n++) await attempt('wrong', { username: 'nobody', address: `10.0.2.${n}` });
    expect(await codeOf(attempt('wrong', { username: 'nobody', address: '10.0.2.6' }))).toBe('TOO_MANY_ATTEMPTS');
  });

  test('one address that tries many names is stopped', async () => {
    const tries = await Promise.all(
      Array.from({ length: 34 }, (_, n) => codeOf(attempt('wrong', { username: `name${n}` }))),
    );
    expect(tries.filter((code) => code === 'SIGN_IN_FAILED')).toHaveLength(30);
    expect(tries.filter((code) => code === 'TOO_MANY_ATTEMPTS')).toHaveLength(4);
    expect(await codeOf(attempt(PASSWORD))).toBe('TOO_MANY_ATTEMPTS');
    expect(await codeOf(attempt(PASSWORD, { address: '10.0.0.2' }))).toBe('in');
  });

  test('many guesses at once count like many in a row', async () => {
    const tries = await Promise.all(
      Array.from({ length: 12 }, (_, n) => codeOf(attempt('wrong', { address: `10.0.3.${n}` }))),
    );
    expect(tries.filter((code) => code === 'SIGN_IN_FAILED')).toHaveLength(5);
  });

  test('counters are forgotten after an hour', async () => {
    for (let n = 1; n <= 5; n++) await attempt('wrong', { address: `10.0.4.${n}` });
    expect(await sweepThrottle(house.app, later(3000))).toBe(0);
    expect(await codeOf(attempt('wrong', { now: later(3700) }))).toBe('SIGN_IN_FAILED');
    expect(await codeOf(attempt(PASSWORD, { now: later(3701) }))).toBe('in');
    expect(await sweepThrottle(house.app, later(9000))).toBeGreaterThan(0);
  });

  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8::9', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('the address %s counts as %s', (address, block) => expect(addressBlock(address)).toBe(block));
});

describe('sessions', () => {
  const load = (sid: string, now: Date) => loadSession(house.app, hashOfSid(sid), now, sessionLimits);

  test('carry account, positions and narrowings in one go', async () => {
    await startSession(house.app, hashOfSid('one'), lan, START);
    expect(await load('one', later(1))).toMatchObject({
      account: { id: lan, username: 'lan', displayName: 'Người lan', closed: false, mustChangePassword: false },
      positions: [{ role: 'desk', unit: '27226', title: null, from: '2026-01-01', until: null, endedOn: null }],
      activePositionId: null,
      narrowings: [],
    });
    expect(await load('another', later(1))).toBeNull();
  });

  test('end after half an hour without use, and after twelve hours in any case', async () => {
    await startSession(house.app, hashOfSid('idle'), lan, START);
    expect(await load('idle', later(29 * 60))).not.toBeNull();
    expect(await load('idle', later(58 * 60))).not.toBeNull();
    expect(await load('idle', later(88 * 60 + 1))).toBeNull();
    await startSession(house.app, hashOfSid('long'), lan, START);
    for (let minute = 20; minute < 12 * 60; minute += 20) expect(await load('long', later(minute * 60))).not.toBeNull();
    expect(await load('long', later(12 * 3600))).toBeNull();
    expect(await sweepSessions(house.app, later(13 * 3600), sessionLimits)).toBeGreaterThan(1);
  });

  test('act in a position of the account only', async () => {
    await startSession(house.app, hashOfSid('choose'), lan, START);
    const signedIn = (await load('choose', START)) ?? expect.fail('signed in');
    const own = signedIn.positions[0]?.id ?? '';
    expect(await choosePosition(house.app, signedIn, '00000000-0000-7000-8000-000000000009', '2026-11-22')).toBe(false);
    expect(await choosePosition(house.app, signedIn, own, '2025-12-31')).toBe(false);
    expect(await choosePosition(house.app, signedIn, own, '2026-11-22')).toBe(true);
    expect((await load('choose', START))?.activePositionId).toBe(own);
  });

  test('all end at once', async () => {
    await Promise.all(['a', 'b'].map((sid) => startSession(house.app, hashOfSid(sid), lan, START)));
    expect(await endSessions(house.app, lan, hashOfSid('a'))).toBeGreaterThan(0);
    expect(await load('b', START)).toBeNull();
    expect(await load('a', START)).not.toBeNull();
    await endSessions(house.app, lan);
    expect(await load('a', START)).toBeNull();
  });
});

describe('changing a password', () => {
  test('asks for the current one, ends the other sessions and takes effect', async () => {
    const an = await house.hire('anh', { role: 'desk', unit: '27226' }, PASSWORD);
    await Promise.all(['mine', 'other'].map((sid) => startSession(house.app, hashOfSid(sid), an, START)));
    const mine = (await loadSession(house.app, hashOfSid('mine'), START, sessionLimits)) ?? expect.fail('signed in');
    const change = (current: string, next: string) =>
      changePassword(house.app, mine, { current, next }, house.keyed, START);
    expect(await change('wrong wrong', 'mưa rơi ngoài hiên')).toEqual({ code: 'WRONG_PASSWORD', field: 'current' });
    expect(await change(PASSWORD, 'ngắn')).toEqual({ code: 'PASSWORD_TOO_SHORT', field: 'next' });
    expect(await change(PASSWORD, PASSWORD)).toEqual({ code: 'PASSWORD_UNCHANGED', field: 'next' });
    expect(await change(PASSWORD, 'mưa rơi ngoài hiên')).toBeNull();
    expect(await loadSession(house.app, hashOfSid('mine'), START, sessionLimits)).not.toBeNull();
    expect(await loadSession(house.app, hashOfSid('other'), START, sessionLimits)).toBeNull();
    expect(await codeOf(attempt(PASSWORD, { username: 'anh' }))).toBe('SIGN_IN_FAILED');
    expect(await codeOf(attempt('mưa rơi ngoài hiên', { username: 'anh' }))).toBe('in');
  });

  test('guessing the current one is throttled', async () => {
    const binh = await house.hire('binh', { role: 'desk', unit: '27226' }, PASSWORD);
    await startSession(house.app, hashOfSid('binh'), binh, START);
    const signedIn =
      (await loadSession(house.app, hashOfSid('binh'), START, sessionLimits)) ?? expect.fail('signed in');
    const change = () =>
      changePassword(house.app, signedIn, { current: 'wrong', next: 'mưa rơi ngoài hiên' }, house.keyed, START);
    for (let n = 1; n <= 5; n++) expect((await change())?.code).toBe('WRONG_PASSWORD');
    expect((await change())?.code).toBe('TOO_MANY_ATTEMPTS');
  });

  test('a one-time password ends every session and must be changed', async () => {
    const chi = await house.hire('chi', { role: 'desk', unit: '27226' }, PASSWORD);
    await startSession(house.app, hashOfSid('chi'), chi, START);
    const password = await issueOneTimePassword(
      house.app,
      { id: chi, usernameHash: house.keyed(usernameClaim('chi')) },
      START,
    );
    expect(await loadSession(house.app, hashOfSid('chi'), START, sessionLimits)).toBeNull();
    expect(await codeOf(attempt(PASSWORD, { username: 'chi' }))).toBe('SIGN_IN_FAILED');
    expect(await attempt(password, { username: 'chi' })).toEqual({
      ok: true,
      accountId: chi,
      mustChangePassword: true,
    });
    await dropCredentials(house.app, chi);
    expect(await codeOf(attempt(password, { username: 'chi' }))).toBe('SIGN_IN_FAILED');
  });
});
