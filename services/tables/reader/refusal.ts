import { RejectionError, type ErrorCode, type Rejection } from '@nocgia/schemas/errors.ts';

/** Makes the error that refuses a file, with the code of the catalogue that says why. */
export function refuse(code: ErrorCode, params?: Rejection['params']): RejectionError {
  return new RejectionError(params ? { code, params } : { code });
}
