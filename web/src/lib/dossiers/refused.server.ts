import { errors, errorText, type ErrorCode } from '@nocgia/schemas/errors.ts';

export interface Refusal {
  message: string;
  /** Whether it is about a print; else about a file. */
  print: boolean;
}

/** Why a form of the dossier's page was refused by a plain route, in words, as `?refused=<code>&limit=<n>` tells; null where it was not. */
export function refusalOf(asked: URLSearchParams, locale: 'vi' | 'en'): Refusal | null {
  const code = asked.get('refused');
  if (code === null || !isCode(code)) return null;
  const params = { limit: asked.get('limit') ?? '', detail: '', day: '', reference: '' };
  return { message: errorText(locale, { code, params }), print: code.startsWith('PAPER_') };
}

function isCode(code: string): code is ErrorCode {
  return Object.hasOwn(errors, code);
}
