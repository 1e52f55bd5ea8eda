/** One entry of a code list, valid from a day to a day (inclusive; null = open). */
export interface Code<C extends string = string> {
  code: C;
  vi: string;
  en: string;
  /** Where the entry comes from: the document and its article, or `own` for a list of this product. */
  source: string;
  validFrom: string | null;
  validTo: string | null;
}

/** Entries of one list that share their source and validity, from rows of code, Vietnamese and English label. */
export function codes<const C extends string>(
  source: string,
  rows: readonly (readonly [code: C, vi: string, en: string])[],
  validFrom: string | null = null,
  validTo: string | null = null,
): readonly Code<C>[] {
  return rows.map(([code, vi, en]) => ({ code, vi, en, source, validFrom, validTo }));
}

/** The label of a code in the reader's language; the code itself where the list does not have it. */
export function labelOf(list: readonly Code[], code: string, locale: 'vi' | 'en'): string {
  return list.find((entry) => entry.code === code)?.[locale] ?? code;
}
