import type { AskedPaperInput } from '#lib/api/generated.ts';

/** Papers that a form asks for: each row's name, and what is missing or wrong; rows that say neither are left out. */
export function askedPapers(posted: FormData): AskedPaperInput[] {
  const [names, wrongs] = ['paperName', 'paperWrong'].map((field) =>
    posted.getAll(field).map((value) => (typeof value === 'string' ? value.normalize('NFC').trim() : '')),
  );
  return (names ?? [])
    .map((name, index) => ({ name, wrong: wrongs?.[index] ?? '' }))
    .filter(({ name, wrong }) => name !== '' || wrong !== '');
}
