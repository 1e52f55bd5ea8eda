/** A dictionary of codes as the choices of a select or a row of radio buttons. */
export function options(words: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}
