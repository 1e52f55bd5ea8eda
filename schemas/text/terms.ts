/** Words as the text of a PostgreSQL tsvector, each once and in its order: `'an' 'nguyen' 'van'`. */
export function termVector(words: Iterable<string>): string {
  return [...new Set(words)]
    .sort()
    .map((word) => `'${word.replace(/['\\]/g, (sign) => sign + sign)}'`)
    .join(' ');
}
