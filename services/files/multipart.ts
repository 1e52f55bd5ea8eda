import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';

/** Lets the routes of `app` take files; each says its own limits where it reads the parts, and meets them itself. */
export async function acceptFiles(app: FastifyInstance): Promise<void> {
  await app.register(multipart, { throwFileSizeLimit: false });
}

/** Whether a form with files could not be read: cut off, or larger than its route's limits. */
export function isMultipartError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('FST_');
}
