import { errors, errorText, RejectionError, type ErrorCode, type Rejection } from '@nocgia/schemas/errors.ts';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';

export interface ErrorReader {
  locale: 'vi' | 'en';
  /** Id of the request, given out with an internal error so that its log line can be found. */
  requestId: string;
  /** Logs what must not be shown. */
  logError(error: unknown): void;
}

function isCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(errors, code);
}

/** An error as the reader gets it: code, field and text of the catalogue; nothing of an unforeseen one but a reference. */
export function formatError(error: GraphQLError, reader: ErrorReader): GraphQLFormattedError {
  const cause = error.originalError;
  const place = {
    ...(error.path ? { path: error.path } : {}),
    ...(error.locations ? { locations: error.locations } : {}),
  };
  if (cause instanceof RejectionError)
    return { ...place, ...catalogued(cause.rejection, reader.locale, cause.details) };
  // Errors of compiled operations come without extensions, whatever their type says.
  const { code, params }: GraphQLError['extensions'] = { ...error.extensions };
  if (isCode(code))
    return { ...place, ...catalogued({ code, params: isRecord(params) ? params : {} }, reader.locale, {}) };
  // No cause: graphql's own words about the request (syntax, validation, a variable of the wrong shape).
  if (!cause) return { ...place, message: error.message, extensions: { code: 'BAD_INPUT' } };
  reader.logError(cause);
  return { ...place, ...catalogued({ code: 'INTERNAL', params: { reference: reader.requestId } }, reader.locale, {}) };
}

function catalogued(rejection: Rejection, locale: 'vi' | 'en', details: Readonly<Record<string, unknown>>) {
  const { code, field, params } = rejection;
  return {
    message: errorText(locale, rejection),
    extensions: { code, ...(field ? { field } : {}), ...(params ? { params } : {}), ...details },
  };
}

function isRecord(value: unknown): value is Record<string, string | number> {
  return typeof value === 'object' && value !== null;
}
