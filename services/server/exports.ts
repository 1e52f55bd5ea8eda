import { errors, RejectionError, type ErrorCode } from '@nocgia/schemas/errors.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLError } from 'graphql';
import { refused } from '../access/refused.ts';
import {
  dwellingsSheet,
  householdsSheet,
  movesSheet,
  peopleSheet,
  unitDwellingsSheet,
  type DwellingRow,
  type MoveRow,
  type HouseholdRow,
  type PersonRow,
  type Rows,
} from '../papers/lists.ts';
import { eidSheet, heading, populationSheets, type EidAnswer, type PopulationAnswer } from '../papers/population.ts';
import { registerSheet } from '../papers/forms/register.ts';
import { registerPdf, registerRows, type RegisteredDossier } from './papers/register.ts';
import { words, type Words } from '../papers/words.ts';
import { workbook, type Sheet } from '../papers/xlsx.ts';
import type { GraphContext } from './context.ts';
import type { OperationContext } from './graphql/endpoint.ts';
import { formatError, type ErrorReader } from './graphql/answer.ts';
import { operations, type Exported } from './export-operations.ts';

export interface ExportDeps {
  /** Opens an operation for who is asking; throws a RejectionError for who may not. */
  open(request: FastifyRequest, fields: readonly string[]): Promise<OperationContext>;
  readerOf(request: FastifyRequest): ErrorReader;
  /** Where people come in: what the code on the printed register leads to. */
  originOf(request: FastifyRequest): string;
}

/** Rows of one page, and of one workbook at most: more is a register, which is asked for unit by unit. */
const PAGE = 200;
const ROWS = 200_000;

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Values = Record<string, unknown>;
/** Asks the API one operation in the reader's own snapshot; throws RejectionError for what it refuses. */
type Ask = (operation: string, variables: Values) => Promise<Values>;

/**
 * `GET /api/export/<what>.xlsx?…` (people, households, dwellings, residents, unit-households, unit-dwellings, moves, dossiers, population, eid): the list or figures of the
 * page with the same question, through the same operations of the API, so that nobody gets in a file what a page would not show.
 * The register of dossiers is also printed, as dossiers.pdf. Logged as `export`. 401, 403, 404 for who may not; 400 for what is no question; the name of the file tells of nobody.
 */
export function exportRoutes(app: FastifyInstance, deps: ExportDeps): void {
  app.get<{ Params: { what: string } }>(
    '/api/export/:what',
    { config: { rateLimit: { max: 20, timeWindow: '1 minute' } } },
    async (request, reply) => {
      const reader = deps.readerOf(request);
      const [, name = '', kind = 'xlsx'] = /^(.*?)(?:\.(xlsx|pdf))?$/.exec(request.params.what) ?? [];
      if (!isExported(name) || (kind === 'pdf' && name !== 'dossiers'))
        return refused(reply, { code: 'NOT_FOUND' }, reader.locale);
      let operation: OperationContext | undefined;
      try {
        operation = await deps.open(request, [operations[name].field]);
        const { bytes, citizenIds } = await sheetsOf(name, request, reply, operation.values as Values & GraphContext, {
          ...reader,
          lookup: kind === 'pdf' ? `${deps.originOf(request)}${request.url}` : null,
        });
        const { logAccess, today } = operation.values as Values & GraphContext;
        await logAccess({ action: 'export', citizenIds });
        return await reply
          .header('content-type', kind === 'pdf' ? 'application/pdf' : xlsxType)
          .header('content-disposition', `attachment; filename="nocgia-${name}-${today}.${kind}"`)
          .header('cache-control', 'no-store')
          .header('x-content-type-options', 'nosniff')
          .send(bytes);
      } catch (error) {
        if (error instanceof RejectionError) return refused(reply, error.rejection, reader.locale);
        throw error;
      } finally {
        await operation?.end();
      }
    },
  );
}

function isExported(name: string): name is Exported {
  return Object.hasOwn(operations, name);
}

async function sheetsOf(
  name: Exported,
  request: FastifyRequest,
  reply: FastifyReply,
  values: Values & GraphContext,
  reader: ErrorReader & { lookup: string | null },
): Promise<{ bytes: Buffer; citizenIds: string[] }> {
  const citizenIds = new Set<string>();
  const ask: Ask = async (text, variables) => {
    // Looks of single pages are gathered into the one of the whole file; who is named on it counts as seen.
    const context = { ...values, logAccess: () => Promise.resolve() };
    const result = await reply.graphql(text, context, variables).catch((error: unknown) => {
      // Variables that fit no type, such as a unit that is none.
      if (error instanceof Error && 'code' in error && error.code === 'MER_ERR_GQL_VALIDATION')
        throw new RejectionError({ code: 'BAD_INPUT', params: { detail: 'query' } });
      throw error;
    });
    const [failed] = result.errors ?? [];
    if (failed) throw rejectionOf(failed, reader);
    return result.data as Values;
  };
  const { text: operation, field, variables: variablesOf } = operations[name];
  const variables: Values = variablesOf(new URLSearchParams(request.url.split('?')[1] ?? ''), values.today);
  const text = words[values.scope.locale];
  if (name === 'population' || name === 'eid') {
    const answer = (await ask(operation, variables))[field];
    const boundaries = variables['boundaries'] === 'now' ? 'now' : 'then';
    const headcount = (variables['headcount'] ?? 'permanent') as keyof Words['headcount'];
    const sheets =
      name === 'population'
        ? populationSheets(text, answer as PopulationAnswer, boundaries)
        : [eidSheet(text, answer as EidAnswer, { headcount, boundaries })];
    return { bytes: await workbook(sheets), citizenIds: [] };
  }
  // The first page tells what stands above the rows; the others are read while the sheet is written.
  const first = await pageOf(ask, operation, field, variables, null);
  const rows = followed(first, (after) => pageOf(ask, operation, field, variables, after), citizenIds);
  if (name === 'dossiers') {
    const period = { from: String(variables['from']), to: String(variables['to']) };
    const registered = registerRows(rows as AsyncIterable<RegisteredDossier>);
    const { log, now, reader: who } = values;
    const bytes =
      reader.lookup === null
        ? await workbook([registerSheet(first.unit, period, registered)])
        : await registerPdf(
            { log, now: now(), officer: who.account.displayName },
            { code: String(variables['unit']), name: first.unit },
            { period, rows: registered, lookup: reader.lookup },
          );
    return { bytes, citizenIds: [...citizenIds] };
  }
  const above = aboveList(name, text, first.unit, variables, values.today);
  return { bytes: await workbook([listSheet(name, text, above, rows, variables)]), citizenIds: [...citizenIds] };
}

interface Page {
  items: (Values | null)[];
  nextCursor: string | null;
  unit: string;
}

async function pageOf(
  ask: Ask,
  operation: string,
  field: string,
  variables: Values,
  after: string | null,
): Promise<Page> {
  const answer: Values = await ask(operation, { ...variables, after, first: PAGE });
  const { items, nextCursor } = answer[field] as Omit<Page, 'unit'>;
  return { items, nextCursor, unit: (answer['of'] as { name: string } | null)?.name ?? '' };
}

/** The rows of a page and of all that follow it, as they are asked for; who is named on them is noted. EXPORT_TOO_LARGE beyond `ROWS`. */
async function* followed(
  first: Page,
  next: (after: string) => Promise<Page>,
  named: Set<string>,
): AsyncGenerator<Values | null> {
  let [page, count] = [first, 0];
  for (;;) {
    count += page.items.length;
    if (count > ROWS)
      throw new RejectionError({ code: 'EXPORT_TOO_LARGE', params: { rows: ROWS.toLocaleString('vi') } });
    for (const row of page.items) {
      if (row) noteIds(row, named);
      yield row;
    }
    if (page.nextCursor === null) return;
    page = await next(page.nextCursor);
  }
}

/** Everybody who is named in a row. */
function noteIds(row: Values, into: Set<string>): void {
  for (const who of ['citizen', 'head']) {
    const person = row[who] as { id: string } | null | undefined;
    if (person) into.add(person.id);
  }
  if (typeof row['ownerId'] === 'string') into.add(row['ownerId']);
  if (typeof row['citizenId'] === 'string') into.add(row['citizenId']);
}

function aboveList(name: Exported, text: Words, unit: string, variables: Values, today: string): string[] {
  const { dwellings, moves } = text;
  const side = variables['side'] === 'arrival' ? 'arrival' : 'departure';
  const title = {
    ...{ people: text.people, residents: text.people, dwellings, 'unit-dwellings': dwellings },
    moves: moves[side],
  }[name as 'people'];
  const asOf = typeof variables['asOf'] === 'string' ? variables['asOf'] : today;
  const [first = '', day = '', known = ''] = heading(text, title ?? text.households, {
    unit,
    asOf,
    knownAt: String(variables['knownAt'] ?? '0'),
    boundaries: variables['boundaries'] === 'now' ? 'now' : 'then',
    ...(name === 'people' ? { headcount: variables['headcount'] as keyof Words['headcount'] } : {}),
  });
  return typeof variables['knownAt'] === 'string' ? [first, day, known] : [first, day];
}

function listSheet(
  name: Exported,
  text: Words,
  above: string[],
  rows: AsyncIterable<Values | null>,
  variables: Values,
): Sheet {
  const filter = variables['filter'] as { cause?: string } | undefined;
  switch (name) {
    case 'people':
    case 'residents':
      return peopleSheet(text, above, rows as Rows<Values & PersonRow>, Boolean(filter?.cause));
    case 'unit-dwellings':
      return unitDwellingsSheet(text, above, rows as Rows<(Values & DwellingRow) | null>);
    case 'moves': {
      const side = variables['side'] === 'arrival' ? 'arrival' : 'departure';
      return movesSheet(text, above, side, rows as Rows<(Values & MoveRow) | null>);
    }
    case 'dwellings':
      return dwellingsSheet(text, above, rows as Rows<(Values & { address: string }) | null>);
    default:
      return householdsSheet(text, above, rows as Rows<(Values & HouseholdRow) | null>);
  }
}

/** What the API refused, as its own code; a question that is none is the asker's fault, anything else one of ours. */
function rejectionOf(failed: GraphQLError, reader: ErrorReader): RejectionError {
  const { extensions } = formatError(failed, reader);
  const code = extensions?.['code'];
  return failed.originalError instanceof RejectionError
    ? failed.originalError
    : new RejectionError({ code: isCode(code) ? code : 'INTERNAL', params: { reference: reader.requestId } });
}

function isCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errors, code);
}
