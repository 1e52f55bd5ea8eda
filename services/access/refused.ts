import { errorStatus, errorText, type Rejection } from '@nocgia/schemas/errors.ts';
import type { FastifyReply } from 'fastify';

/** Answers a refusal of a plain route as `{error: {code, message, limit}}`, in the reader's language, kept by nobody; `limit` is what the text names as the most. */
export function refused(reply: FastifyReply, rejection: Rejection, locale: 'vi' | 'en'): FastifyReply {
  const { code, params } = rejection;
  const limit = params?.['limit'];
  return reply
    .code(errorStatus(rejection.code))
    .header('cache-control', 'no-store')
    .send({ error: { code, message: errorText(locale, rejection), ...(limit !== undefined && { limit }) } });
}
