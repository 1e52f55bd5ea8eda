import type { Scope } from '../../access/scope.ts';
import type { ScopedDb } from '../../access/scoped-db.ts';
import { citizensByIds, type CitizenEntry } from '../citizen/queries.ts';
import { factsOf } from './check-row.ts';
import { decisionsOf } from './decisions.ts';
import type { ImportDeps } from './deps.ts';
import { addressOf, type DifferenceFacts, type DifferenceKind } from './differences.ts';
import type { RowDecision } from './match.ts';
import { openRegister } from './open-register.ts';
import { readPieces } from './pieces.ts';
import { maySeeValues } from './queries.ts';
import { differencePlace } from './recording.ts';
import { sealerOf } from './sealer.ts';
import { rowReader } from './staged-rows.ts';
import type { Description, ImportRecord } from './store.ts';

export interface DifferenceView extends DifferenceFacts {
  number: number;
  kind: DifferenceKind;
  state: 'open' | 'confirmed' | 'applied' | 'refused' | 'withdrawn';
  line: number | null;
  citizenId: string | null;
  householdId: string | null;
  problem: string | null;
}

export interface DifferenceCounts {
  kind: DifferenceKind;
  open: number;
  confirmed: number;
  applied: number;
  refused: number;
}

/** Whether the reader may see what the register says of people: whoever only brought the file may not. */
function maySeeRegister(scope: Scope): boolean {
  return scope.fields.identity !== 'none' && scope.fields.identity !== 'masked';
}

/** Differences of an import, of one kind or all, behind a number, a page at a time; and how many there are of each kind. */
export async function differencePage(
  scope: Scope,
  { pool, keyring }: Pick<ImportDeps, 'pool' | 'keyring'>,
  record: ImportRecord,
  page: { kind: DifferenceKind | null; after: number; first: number },
): Promise<{ items: DifferenceView[]; next: number | null; counts: DifferenceCounts[] }> {
  const counted = await pool.query<DifferenceCounts>(
    `select kind, count(*) filter (where state = 'open')::int as open, count(*) filter (where state = 'confirmed')::int as confirmed,
      count(*) filter (where state = 'applied')::int as applied, count(*) filter (where state = 'refused')::int as refused
    from app.import_differences where import_id = $1 group by kind order by kind`,
    [record.id],
  );
  const { rows } = await pool.query<Omit<DifferenceView, 'old' | 'new'> & { sealed: Buffer }>(
    `select number, kind, state, line, citizen_id as "citizenId", household_id as "householdId", problem, sealed
    from app.import_differences where import_id = $1 and ($2::text is null or kind = $2) and number > $3 order by number limit $4`,
    [record.id, page.kind, page.after, page.first + 1],
  );
  const shown = rows.slice(0, page.first);
  const readable = record.described !== null && shown.length > 0;
  const sealer = readable ? await sealerOf(keyring, record.id) : null;
  const clear = { old: maySeeRegister(scope), new: maySeeValues(scope, record) };
  const items = shown.map(({ sealed, ...row }): DifferenceView => {
    const facts = sealer?.open<DifferenceFacts>(sealed, differencePlace(row.number));
    return { ...row, old: clear.old && facts ? facts.old : {}, new: clear.new && facts ? facts.new : {} };
  });
  return { items, next: rows.length > page.first ? (shown.at(-1)?.number ?? null) : null, counts: counted.rows };
}

export interface LikelyRowView {
  line: number;
  facts: Record<string, string | null>;
  people: { citizen: CitizenEntry; score: number; reasons: string[] }[];
  decision: RowDecision | null;
}

/** Rows beside which somebody of the register may be the same person, a page at a time; people outside the reader's scope are left out. */
export async function likelyPage(
  scope: Scope,
  db: ScopedDb,
  deps: Pick<ImportDeps, 'pool' | 'keyring' | 'log' | 'claimHash'>,
  record: ImportRecord,
  page: { after: number; first: number },
): Promise<{ items: LikelyRowView[]; next: number | null; total: number }> {
  const { pool } = deps;
  const { rows } = await pool.query<{
    line: number;
    piece: number;
    people: { id: string; score: number; reasons: string[] }[];
  }>(
    `select l.line, min(r.piece) as piece,
      json_agg(json_build_object('id', l.citizen_id, 'score', l.score, 'reasons', l.reasons) order by l.score desc, l.citizen_id) as people
    from app.import_likely l join app.import_rows r using (import_id, line)
    where l.import_id = $1 and l.line > $2 group by l.line order by l.line limit $3`,
    [record.id, page.after, page.first + 1],
  );
  const counted = await pool.query<{ total: number }>(
    'select count(distinct line)::int as total from app.import_likely where import_id = $1',
    [record.id],
  );
  const shown = rows.slice(0, page.first);
  const next = rows.length > page.first ? (shown.at(-1)?.line ?? null) : null;
  const total = counted.rows[0]?.total ?? 0;
  if (record.described === null || shown.length === 0) return { items: [], next, total };
  const citizens = await citizensByIds(
    scope,
    db,
    shown.flatMap(({ people }) => people.map(({ id }) => id)),
  );
  const decisions = await decisionsOf(pool, record.id);
  const sealer = await sealerOf(deps.keyring, record.id);
  const described = sealer.open<Description>(record.described, 'described');
  const read = await rowReader(described, record.mapping, openRegister(deps, record.ward), scope.today);
  const pieces = await readPieces(pool, record.id, [...new Set(shown.map(({ piece }) => piece))], sealer);
  const clear = maySeeValues(scope, record);
  const items = shown.map(({ line, piece, people }): LikelyRowView => {
    const raw = clear ? pieces.get(piece)?.find((row) => row.line === line) : undefined;
    const resident = raw && read(raw);
    return {
      line,
      facts: resident ? { ...factsOf(resident), address: addressOf(resident) } : {},
      people: people.flatMap(({ id, score, reasons }) => {
        const citizen = citizens.get(id);
        return citizen ? [{ citizen, score, reasons }] : [];
      }),
      decision: decisions.get(line) ?? null,
    };
  });
  return { items, next, total };
}
