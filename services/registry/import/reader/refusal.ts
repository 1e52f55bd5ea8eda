import type { ErrorCode, Rejection } from '@nocgia/schemas/errors.ts';

/** A file that will not be read, with the code of the catalogue that says why. */
export class FileRefused extends Error {
  readonly rejection: Rejection;
  constructor(rejection: Rejection) {
    super(rejection.code);
    this.name = 'FileRefused';
    this.rejection = rejection;
  }
}

/** Makes the error that refuses a file. */
export function refuse(code: ErrorCode, params?: Rejection['params']): FileRefused {
  return new FileRefused(params ? { code, params } : { code });
}
