import { errorStatus, errorText, type Rejection } from '@nocgia/schemas/errors.ts';
import type { FastifyReply } from 'fastify';

/** Answers a refusal of a plain route as `{error: {code, message}}`, in the reader's language, kept by nobody. */
export function refused(reply: FastifyReply, rejection: Rejection, locale: 'vi' | 'en'): FastifyReply {
  return reply
    .code(errorStatus(rejection.code))
    .header('cache-control', 'no-store')
    .send({ error: { code: rejection.code, message: errorText(locale, rejection) } });
}
