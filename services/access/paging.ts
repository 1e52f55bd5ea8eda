import { RejectionError } from '@nocgia/schemas/errors.ts';

/** Where a page ended, as an opaque text. */
export function cursorText(values: readonly string[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** The `length` texts behind a cursor; null without one. Throws FIELD_INVALID for a cursor that was not given out. */
export function cursorOf(text: string | null | undefined, length: number): string[] | null {
  if (!text) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (Array.isArray(values) && values.length === length && values.every((value) => typeof value === 'string'))
      return values;
  } catch {
    // Answered below like any other cursor that was not given out.
  }
  throw new RejectionError({ code: 'FIELD_INVALID', field: 'after' });
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
