/** A text that no spreadsheet takes for a formula (OWASP, "CSV Injection"): those that begin with = + - @, tab or CR get an apostrophe in front. */
export function neutral(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
