import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import { sql, type RawBuilder } from 'kysely';

/** Gives out and takes back where pages ended. */
export interface Cursors {
  seal(values: readonly string[]): string;
  /** The `length` texts behind a cursor; null without one. Throws FIELD_INVALID for a cursor that this reader was not given. */
  open(text: string | null | undefined, length: number): string[] | null;
}

const NONCE = 12;
const TAG = 16;

/**
 * Cursors of one reader. A page of people ends at somebody's name, and a cursor stands in the page's address: it is encrypted
 * (AES-256-GCM), for this reader alone, so that it tells nothing and cannot be made up.
 */
export function createCursors(key: KeyObject, reader: string): Cursors {
  const aad = Buffer.from(reader);
  const opened = (text: string): unknown => {
    const sealed = Buffer.from(text, 'base64url');
    const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG });
    cipher.setAAD(aad).setAuthTag(sealed.subarray(-TAG));
    return JSON.parse(Buffer.concat([cipher.update(sealed.subarray(NONCE, -TAG)), cipher.final()]).toString());
  };
  return {
    seal(values) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
      cipher.setAAD(aad);
      const sealed = [nonce, cipher.update(JSON.stringify(values)), cipher.final(), cipher.getAuthTag()];
      return Buffer.concat(sealed).toString('base64url');
    },
    open(text, length) {
      if (!text) return null;
      try {
        const values = opened(text);
        if (Array.isArray(values) && values.length === length && values.every((value) => typeof value === 'string'))
          return values;
      } catch {
        // Answered below like any other cursor that was not given out.
      }
      throw new RejectionError({ code: 'FIELD_INVALID', field: 'after' });
    },
  };
}

const limits = [11, 26, 51, 101, 201] as const;

/** The smallest of a few limits that is enough for so many rows. */
export function limitFor(rows: number): number {
  return limits.find((limit) => limit >= rows) ?? 201;
}

/**
 * A page's limit as part of the statement's text instead of a parameter: a plan that does not know the limit looks dear, so that
 * PostgreSQL would plan the page anew each time it is asked for. One of a few, since every text is a statement that connections keep;
 * the page takes what it needs.
 */
export function literalLimit(rows: number): RawBuilder<number> {
  return sql.lit(limitFor(rows)) as RawBuilder<number>;
}

/** How many rows of a list to give: at least 1, at most 200. */
export function pageSize(first: number | null | undefined): number {
  return Math.max(1, Math.min(first ?? 50, 200));
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text can be an id at all; anything else is nobody's id and goes into no query. */
export function isId(text: string): boolean {
  return uuid.test(text);
}

/** The id, if it can be one; throws NOT_FOUND before anything is loaded where it cannot. */
export function knownId(id: string): string {
  if (!isId(id)) throw new RejectionError({ code: 'NOT_FOUND' });
  return id;
}
