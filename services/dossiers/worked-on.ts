import { RejectionError, type Rejection } from '@nocgia/schemas/errors.ts';
import type { FastifyRequest } from 'fastify';
import { authorize } from '../access/ability.ts';
import { knownId } from '../access/paging.ts';
import type { Position } from '../event-store/port.ts';
import type { DossierContext } from './context.ts';
import { dossiersByIds, type DossierEntry } from './dossier/queries.ts';

/** What plain routes about a dossier need of the server. */
export interface DossierRoutes {
  /** Opens an operation for who is asking; throws a RejectionError for who may not. */
  open(request: FastifyRequest): Promise<{ context: DossierContext; end(): Promise<void> }>;
  localeOf(request: FastifyRequest): 'vi' | 'en';
  /** Waits (bounded) until the rows have come as far as a position, so that the page that follows shows it. */
  settled(position: Position): Promise<void>;
}

/** Whether an answer goes to a page, as that of a form without script, or to a program. */
export function takesPages(request: FastifyRequest): boolean {
  return request.headers.accept?.includes('text/html') ?? false;
}

/** The address of a dossier's page that says why something was not done: code of the catalogue, and the limit that it names. */
export function refusedOn(id: string, { code, params }: Rejection, part = ''): string {
  const limit = params?.['limit'];
  return `/dossiers/${id}?refused=${code}${limit === undefined ? '' : `&limit=${limit}`}${part}`;
}

/**
 * Reads about the dossier of a request's address, for who may work on it; NOT_FOUND and FORBIDDEN for others, so that what cannot be masked
 * is not for who may only read its row. The snapshot ends with `read`: what takes long comes after it.
 */
export async function workedOn<T>(
  { open }: Pick<DossierRoutes, 'open'>,
  request: FastifyRequest<{ Params: { id: string } }>,
  read: (on: { context: DossierContext; entry: DossierEntry }) => T | Promise<T>,
): Promise<T> {
  const { context, end } = await open(request);
  try {
    const id = knownId(request.params.id);
    const entry = (await dossiersByIds(context.scope, context.db, [id])).get(id);
    if (!entry) throw new RejectionError({ code: 'NOT_FOUND' });
    const { ward, matter } = entry;
    const denied = authorize(context.scope, 'write', 'Dossier', { ward, neighbourhood: null, matter });
    if (denied) throw new RejectionError(denied);
    return await read({ context, entry });
  } finally {
    await end();
  }
}
