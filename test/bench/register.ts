import { familyName, ownName } from '@nocgia/infra/demo/names.ts';
import { seededRandom } from '@nocgia/infra/demo/random.ts';
import { derivedId } from '@nocgia/services/event-store/derived-id.ts';
import type { DomainEvent, Log } from '@nocgia/services/event-store/log.ts';

/** How large a synthetic register is; some 3.4 people to a household, 1.2 households to a dwelling. */
export interface RegisterSize {
  people: number;
  ward: string;
  neighbourhoods: number;
  seed: number;
}

const PER_COMMAND = 60;

/** The events of one dwelling with its households and people. */
function* dwellings(
  size: RegisterSize,
): Generator<{ people: number; writes: { stream: string; events: DomainEvent[] }[] }> {
  const random = seededRandom(size.seed);
  let made = 0;
  for (let d = 0; made < size.people; d++) {
    const dwellingId = derivedId('bench', size.ward, 'dwelling', d);
    const writes: { stream: string; events: DomainEvent[] }[] = [];
    const neighbourhood = `${size.ward}-${String(1 + random.between(0, size.neighbourhoods - 1)).padStart(3, '0')}`;
    const street = `Đường số ${random.between(1, 60)}`;
    const address = {
      houseNumber: `${random.between(1, 400)}/${random.between(1, 90)}`,
      oldNumber: null,
      street,
      kind: 'house',
      point: null,
    };
    writes.push({
      stream: `dwelling-${dwellingId}`,
      events: [
        {
          type: 'DwellingRegistered',
          data: { dwellingId, ward: size.ward, neighbourhood, ...address, occurredOn: '2020-01-01' },
        },
      ],
    });
    let people = 0;
    for (let h = 0; h < (random.chance(0.2) ? 2 : 1); h++) {
      const householdId = derivedId(dwellingId, 'household', h);
      // As commands write it: the household before those who live in it.
      const household: DomainEvent[] = [];
      writes.push({ stream: `household-${householdId}`, events: household });
      household.push({
        type: 'HouseholdFormed',
        data: { householdId, dwellingId, occurredOn: '2020-01-01', details: { number: `${d}.${h}` } },
      });
      const family = familyName(random);
      for (let p = 0; p < random.between(1, 6); p++) {
        const citizenId = derivedId(householdId, 'citizen', p);
        const sex = random.chance(0.5) ? 'male' : 'female';
        const year = random.between(1940, 2024);
        const birth = `${year}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`;
        const since = birth > '2020-01-01' ? birth : '2020-01-01';
        const details = {
          fullName: `${family} ${ownName(random, sex, year)}`,
          sex,
          birth,
          nationalId: null,
          phone: `09${random.between(10_000_000, 99_999_999)}`,
        };
        const residence = {
          citizenId,
          residenceId: derivedId(citizenId, 'residence'),
          kind: 'permanent',
          householdId,
          relation: p === 0 ? 'head' : 'child',
          cause: 'first_entry',
          estimated: false,
          until: null,
          source: 'import',
          cameFrom: null,
          occurredOn: since,
        };
        writes.push({
          stream: `citizen-${citizenId}`,
          events: [
            {
              type: 'CitizenRegistered',
              data: { citizenId, occurredOn: since, details, sourceKey: null, unmapped: null },
            },
            { type: 'ResidenceStarted', data: residence },
          ],
        });
        household.push({ type: 'HouseholdMemberJoined', data: { householdId, citizenId, occurredOn: since } });
        if (p === 0)
          household.push({ type: 'HouseholdHeadChanged', data: { householdId, citizenId, occurredOn: since } });
        people++;
      }
    }
    made += people;
    yield { people, writes };
  }
}

/** Writes a ward with its neighbourhoods and people into an empty log, some dwellings to a command; answers the number of people. */
export async function fillRegister(log: Log, size: RegisterSize): Promise<number> {
  const context = { actor: 'system', source: { kind: 'demo', id: 'bench' } as const, correlation: 'bench' };
  let number = 0;
  const append = async (writes: { stream: string; events: DomainEvent[] }[]): Promise<void> => {
    const commandId = derivedId('bench', size.ward, 'command', number++);
    const verdict = await log.append({
      commandId,
      fingerprint: '0'.repeat(64),
      result: null,
      context,
      writes: writes.map((write) => ({ ...write, expected: 'none' as const })),
    });
    if (verdict.outcome !== 'appended' && verdict.outcome !== 'duplicate') throw new Error(verdict.outcome);
  };
  const unit = (code: string, level: string, parent: string | null) => ({
    stream: `unit-${code}`,
    events: [
      {
        type: 'UnitEstablished',
        data: { code, level, name: `Đơn vị ${code}`, parent, occurredOn: '2020-01-01', predecessors: [] },
      },
    ],
  });
  await append([
    unit(size.ward, 'ward', null),
    ...Array.from({ length: size.neighbourhoods }, (_, i) =>
      unit(`${size.ward}-${String(i + 1).padStart(3, '0')}`, 'neighbourhood', size.ward),
    ),
  ]);

  const source = dwellings(size);
  let people = 0;
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (;;) {
        const writes: { stream: string; events: DomainEvent[] }[] = [];
        for (let i = 0; i < PER_COMMAND; i++) {
          const next = source.next();
          if (next.done) break;
          people += next.value.people;
          writes.push(...next.value.writes);
        }
        if (writes.length === 0) return;
        await append(writes);
      }
    }),
  );
  return people;
}
