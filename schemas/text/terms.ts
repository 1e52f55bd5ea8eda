/** Words as the text of a PostgreSQL tsvector, each once and in its order: `'an' 'nguyen' 'van'`. */
export function termVector(words: Iterable<string>): string {
  return [...new Set(words)]
    .sort()
    .map((word) => `'${word.replace(/['\\]/g, (sign) => sign + sign)}'`)
    .join(' ');
}

/** Words as the text of a tsquery: all of them, the last perhaps only begun. */
export function termsQuery(words: readonly string[], prefix = true): string {
  return words
    .map(
      (word, index) =>
        `'${word.replace(/['\\]/g, (sign) => sign + sign)}'${prefix && index === words.length - 1 ? ':*' : ''}`,
    )
    .join(' & ');
}
