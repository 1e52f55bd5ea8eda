import { refuse } from '../../event-store/deciding.ts';
import type { CommandOutcome } from '../../event-store/dispatcher.ts';
import { changeCitizen } from '../citizen/change.ts';
import { registerCitizen } from '../citizen/citizen.ts';
import { citizenOf, citizenStream, currentResidences } from '../citizen/citizen-state.ts';
import { recordDeath } from '../citizen/life/death.ts';
import { phoneKey } from '@nocgia/schemas/text/phone.ts';
import { joinHousehold, leaveHousehold } from '../citizen/residence.ts';
import type { CommandEnv, Decider } from '../command-env.ts';
import { moveHousehold } from '../household/household.ts';
import type { ImportDeps } from './deps.ts';
import { dwellingAt, targetHousehold } from './difference-places.ts';
import type { DifferenceFacts } from './differences.ts';
import { openRegister } from './open-register.ts';
import { readPieces } from './pieces.ts';
import { command, differencePlace, envOf, type ConfirmedRow, type Recording } from './recording.ts';
import type { Resident } from './resident.ts';
import { sealerOf } from './sealer.ts';
import { rowReader } from './staged-rows.ts';
import type { Description, ImportRecord } from './store.ts';

const atOnce = 100;

/**
 * Records the differences that somebody has confirmed, one by one, by the ordinary commands; what the register refuses is noted with its
 * reason. A repeat after a kill is recognised command by command.
 */
export async function recordConfirmed(deps: ImportDeps, record: ImportRecord): Promise<void> {
  for (let recording: Recording | null = null; ;) {
    const { rows } = await deps.pool.query<ConfirmedRow>(
      `select number, kind, line, citizen_id, household_id, household, sealed, resolution, to_char(occurred_on, 'YYYY-MM-DD') as occurred_on,
        confirmed_by, confirmed_in
      from app.import_differences where import_id = $1 and state = 'confirmed' order by number limit $2`,
      [record.id, atOnce],
    );
    if (rows.length === 0) return;
    recording ??= await openRecording(deps, record);
    for (const row of rows) {
      const outcome = await recordOne(recording, row);
      await deps.pool.query(
        'update app.import_differences set state = $3, problem = $4 where import_id = $1 and number = $2',
        [record.id, row.number, outcome.ok ? 'applied' : 'refused', outcome.ok ? null : outcome.rejection.code],
      );
    }
  }
}

async function openRecording(deps: ImportDeps, record: ImportRecord): Promise<Recording> {
  if (record.described === null || record.planned_on === null) throw new Error('an import without its description');
  const sealer = await sealerOf(deps.keyring, record.id);
  const described = sealer.open<Description>(record.described, 'described');
  const read = await rowReader(described, record.mapping, openRegister(deps, record.ward), record.planned_on);
  return { deps, record, sealer, read, dwellings: null };
}

async function recordOne(recording: Recording, row: ConfirmedRow): Promise<CommandOutcome> {
  const { deps, record } = recording;
  const { citizen_id: citizenId, household_id: householdId, occurred_on: occurredOn } = row;
  const give = (step: string, decide: Decider): Promise<CommandOutcome> => command(recording, row, step, decide);
  const env = envOf(recording, row.number);
  switch (row.kind) {
    case 'missing': {
      if (citizenId === null) return refuse('NOT_FOUND');
      if (row.resolution === 'death') return give('death', recordDeath({ citizenId, occurredOn, evidence: null }, env));
      const citizen = citizenOf(await deps.log.readStream(citizenStream(citizenId)));
      let last: CommandOutcome = refuse('RESIDENCE_UNKNOWN');
      for (const { residenceId } of citizen ? currentResidences(citizen) : []) {
        const leave = { citizenId, residenceId, cause: 'departure', occurredOn, wentTo: null };
        last = await give(`leave ${residenceId}`, leaveHousehold(leave, env));
        if (!last.ok) break;
      }
      return last;
    }
    case 'birth':
    case 'arrival': {
      const resident = await residentAt(recording, row);
      if (!resident?.details || householdId === null) return refuse('NOT_FOUND');
      return give('register', registering(resident, resident.details, householdId, row, env));
    }
    case 'move': {
      const resident = await residentAt(recording, row);
      if (!resident || citizenId === null) return refuse('NOT_FOUND');
      const target = await targetHousehold(recording, row, resident);
      if ('ok' in target) return target;
      const citizen = citizenOf(await deps.log.readStream(citizenStream(citizenId)));
      const [home] = citizen ? currentResidences(citizen) : [];
      if (!home) return refuse('RESIDENCE_UNKNOWN');
      const relation = resident.relation === 'head' && !target.formed ? 'unknown' : resident.relation;
      const { kind, until } = home;
      const stay = { kind, until, relation, cause: 'move', since: occurredOn, estimated: false, source: 'import' };
      return give('join', joinHousehold({ citizenId, householdId: target.householdId, cameFrom: null, ...stay }, env));
    }
    case 'address': {
      const resident = await residentAt(recording, row);
      if (!resident || householdId === null) return refuse('NOT_FOUND');
      const dwellingId = await dwellingAt(recording, row, resident);
      return give('move', moveHousehold({ householdId, dwellingId, occurredOn }, env));
    }
    case 'details':
      return give('change', changing(recording, row, env));
  }
  throw new Error(`no such difference: ${String(row.kind)} ${record.id}`);
}

/** A new person with all that the row says, also what nobody mapped. */
function registering(
  resident: Resident,
  details: NonNullable<Resident['details']>,
  householdId: string,
  row: ConfirmedRow,
  env: CommandEnv,
): Decider {
  const born = row.kind === 'birth' && details.birth !== null;
  const input = {
    ...{ details, householdId, relation: resident.relation === 'head' ? 'unknown' : resident.relation },
    ...{ kind: resident.kind, cause: row.kind, estimated: false, until: resident.until, source: 'import' },
    ...{
      since: born ? (details.birth ?? row.occurred_on) : (resident.since ?? row.occurred_on),
      cameFrom: resident.cameFrom,
    },
  };
  const unmapped = Object.keys(resident.unmapped).length > 0 ? resident.unmapped : null;
  const decide = registerCitizen(input, env);
  return async (load) => {
    const decided = await decide(load);
    if (!decided.ok) return decided;
    const writes = decided.decision.writes.map((write) => ({
      ...write,
      events: write.events.map((event) =>
        event.type === 'CitizenRegistered'
          ? { ...event, data: { ...event.data, sourceKey: resident.sourceKey, unmapped } }
          : event,
      ),
    }));
    return { ok: true, decision: { ...decided.decision, writes } };
  };
}

/** The details that the file has otherwise; what somebody else has changed since the check is left to them (CLASH). */
function changing({ sealer }: Recording, row: ConfirmedRow, env: CommandEnv): Decider {
  const facts = sealer.open<DifferenceFacts>(row.sealed, differencePlace(row.number));
  return async (load) => {
    if (row.citizen_id === null) return refuse('NOT_FOUND');
    const stream = citizenStream(row.citizen_id);
    const citizen = citizenOf((await load([stream])).get(stream) ?? []);
    if (!citizen) return refuse('NOT_FOUND');
    const changes = [];
    for (const [field, value] of Object.entries(facts.new)) {
      const current: unknown = Reflect.get(citizen.details, field) ?? null;
      const shown = typeof current === 'string' ? current : null;
      const seen = field === 'phone' && shown !== null ? phoneKey(shown) : shown;
      if (value === shown) continue;
      if (seen !== (facts.old[field] ?? null)) return refuse('CLASH', field);
      changes.push({ field, shown, value });
    }
    const nature = row.resolution === 'change' ? ('change' as const) : ('correction' as const);
    const input = { citizenId: row.citizen_id, nature, occurredOn: row.occurred_on, reason: null, changes };
    return changeCitizen(input, env)(load);
  };
}

async function residentAt({ deps, record, sealer, read }: Recording, { line }: ConfirmedRow): Promise<Resident | null> {
  const { rows } = await deps.pool.query<{ piece: number }>(
    'select piece from app.import_rows where import_id = $1 and line = $2',
    [record.id, line],
  );
  const piece = rows[0]?.piece;
  if (piece === undefined) return null;
  const raw = (await readPieces(deps.pool, record.id, [piece], sealer)).get(piece)?.find((one) => one.line === line);
  return raw ? read(raw) : null;
}
