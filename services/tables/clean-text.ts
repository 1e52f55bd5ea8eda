/** A text on one line: line breaks within a cell become spaces, other control characters and direction overrides go. */
export function cleanText(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/\s+/gu, ' ')
      // oxlint-disable-next-line no-control-regex -- they are what is taken out
      .replace(/[\u0000-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
      .trim()
  );
}
