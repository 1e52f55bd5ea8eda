import { createHash } from 'node:crypto';
import type { DomainEvent } from '@nocgia/services/event-store/log.ts';
import type { Command } from '@nocgia/services/event-store/log.ts';

/** A pseudo-random number generator (mulberry32): the same seed gives the same numbers in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

type Write = { stream: string; expected: 'any'; events: DomainEvent[] };

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Võ', 'Đặng'];
const middles = ['Văn', 'Thị', 'Hữu', 'Ngọc', 'Minh'];
const givens = ['An', 'Bình', 'Châu', 'Dũng', 'Hạnh', 'Khánh', 'Lan', 'Phúc', 'Quỳnh', 'Trang'];
const streets = ['Nguyễn Trãi', 'Lê Lợi', 'Trần Hưng Đạo', 'Hẻm 12', 'Cách Mạng Tháng 8'];

/** A choice of a made-up register: ward 27226 with 12 neighbourhoods, `people` residents in households of one to six. */
export interface RegisterOptions {
  people: number;
  seed: number;
  /** Life events after the register: moves, deaths, corrections, boundary placements, so many per 1,000 people. */
  later?: number;
}

/**
 * Commands as an import makes them, dwelling by dwelling: the same options give the same commands, ids and all. Nobody in it exists.
 */
export function* registerCommands(options: RegisterOptions): Generator<Command, undefined> {
  const random = seeded(options.seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const day = (): string => new Date(Date.UTC(2026, 0, 1 + Math.floor(random() * 200))).toISOString().slice(0, 10);
  const households: { id: string; people: { id: string; residence: string }[] }[] = [];
  const dwellings: string[] = [];
  let made = 0;
  while (made < options.people) {
    const n = households.length;
    const writes: Write[] = [];
    const fresh = n === 0 || random() < 0.7;
    const dwellingId = fresh ? uuidOf(`${options.seed}/dwelling/${n}`) : (dwellings.at(-1) ?? '');
    if (fresh) {
      dwellings.push(dwellingId);
      const neighbourhood = random() < 0.03 ? null : `27226-${String(1 + Math.floor(random() * 12)).padStart(3, '0')}`;
      writes.push(
        write(`dwelling-${dwellingId}`, 'DwellingRegistered', {
          ...{
            dwellingId,
            ward: '27226',
            neighbourhood,
            houseNumber: `${1 + Math.floor(random() * 300)}/${n % 9}`,
            oldNumber: null,
          },
          ...{ street: pick(streets), kind: 'house', point: null, occurredOn: '2026-01-01' },
        }),
      );
    }
    const householdId = uuidOf(`${options.seed}/household/${n}`);
    const size = Math.min(options.people - made, 1 + Math.floor(random() * 6));
    const people = Array.from({ length: size }, (_, index) => ({
      id: uuidOf(`${options.seed}/citizen/${n}/${index}`),
      residence: uuidOf(`${options.seed}/residence/${n}/${index}`),
    }));
    const household: Write = write(`household-${householdId}`, 'HouseholdFormed', {
      ...{ householdId, dwellingId, occurredOn: '2026-01-01', details: { number: `H${n}` } },
    });
    for (const [index, person] of people.entries()) {
      const sex = random() < 0.5 ? 'male' : 'female';
      const birth = `${1935 + Math.floor(random() * 90)}`;
      const kind = random() < 0.8 ? 'permanent' : 'temporary';
      const citizen = write(`citizen-${person.id}`, 'CitizenRegistered', {
        ...{ citizenId: person.id, occurredOn: '2026-01-01', sourceKey: `${n}/${index}`, unmapped: null },
        details: {
          ...{
            fullName: `${pick(families)} ${pick(middles)} ${pick(givens)}`,
            sex,
            birth: random() < 0.2 ? birth : `${birth}-03-1${index}`,
          },
          ...{ nationalId: `0790${String(made).padStart(8, '0')}`, phone: null, ethnicity: '01' },
        },
      });
      citizen.events.push(
        event('ResidenceStarted', {
          ...{
            citizenId: person.id,
            residenceId: person.residence,
            kind,
            householdId,
            relation: index === 0 ? 'head' : 'child',
          },
          ...{
            cause: 'first_entry',
            estimated: true,
            until: kind === 'temporary' ? '2027-01-01' : null,
            source: 'import',
            cameFrom: null,
          },
          occurredOn: '2026-01-01',
        }),
      );
      writes.push(citizen);
      household.events.push(
        event('HouseholdMemberJoined', { householdId, citizenId: person.id, occurredOn: '2026-01-01' }),
      );
      made += 1;
    }
    household.events.push(
      event('HouseholdHeadChanged', { householdId, citizenId: people[0]?.id ?? null, occurredOn: '2026-01-01' }),
    );
    writes.push(household);
    households.push({ id: householdId, people });
    yield command(`${options.seed}/register/${n}`, writes);
  }
  const changes = Math.floor((options.people / 1_000) * (options.later ?? 30));
  for (let n = 0; n < changes; n++) {
    const from = pick(households);
    const person = pick(from.people);
    const kind = random();
    const stream = `citizen-${person.id}`;
    const ids = { citizenId: person.id, residenceId: person.residence };
    if (kind < 0.3)
      yield command(`${options.seed}/later/${n}`, [
        write(stream, 'CitizenDied', { citizenId: person.id, occurredOn: day() }),
      ]);
    else if (kind < 0.5) {
      yield command(`${options.seed}/later/${n}`, [
        write(stream, 'ResidenceEnded', { ...ids, cause: 'departure', wentTo: null, occurredOn: day() }),
      ]);
    } else if (kind < 0.7) {
      const moved = { householdId: from.id, dwellingId: pick(dwellings), occurredOn: day() };
      yield command(`${options.seed}/later/${n}`, [write(`household-${from.id}`, 'HouseholdMoved', moved)]);
    } else if (kind < 0.85) {
      const change = {
        nature: 'correction',
        changes: { birth: `19${10 + (n % 90)}-05-20` },
        reason: null,
        occurredOn: day(),
      };
      yield command(`${options.seed}/later/${n}`, [
        write(stream, 'CitizenDetailsChanged', { citizenId: person.id, ...change }),
      ]);
    } else {
      const dwellingId = pick(dwellings);
      const placed = {
        ward: '27226',
        neighbourhood: '27226-003',
        cause: 'boundary',
        changeId: null,
        occurredOn: day(),
      };
      yield command(`${options.seed}/later/${n}`, [
        write(`dwelling-${dwellingId}`, 'DwellingPlaced', { dwellingId, ...placed }),
      ]);
    }
  }
}

function event(type: string, data: object): DomainEvent {
  return { type, data };
}

function write(stream: string, type: string, data: object): Write {
  return { stream, expected: 'any', events: [event(type, data)] };
}

function command(name: string, writes: Write[]): Command {
  const commandId = uuidOf(name);
  return {
    commandId,
    fingerprint: '0'.repeat(64),
    result: null,
    context: { actor: 'system', correlation: commandId },
    writes,
  };
}
