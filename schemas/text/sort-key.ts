/** The Vietnamese alphabet with the foreign letters at their places; the rank of a letter is its place here. */
const ALPHABET = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
/** Dictionary order of the tones: none, huyền, hỏi, ngã, sắc, nặng. */
const TONES = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const TONE_MARKS = /[\u0300\u0301\u0303\u0309\u0323]/g;

const ranks = new Map([...ALPHABET].map((letter, index) => [letter, String.fromCharCode(0x41 + index)]));

/** One syllable: letters first, then its tone, so that `an < àn < ản < ăn` and `lan < lán < lang`. */
function syllableKey(syllable: string): string {
  const decomposed = syllable.normalize('NFD').toLowerCase();
  const tone = TONES.findIndex((mark) => decomposed.includes(mark)) + 1;
  const letters = [...decomposed.replace(TONE_MARKS, '').normalize('NFC')]
    .map((letter) => ranks.get(letter) ?? (/\p{N}/u.test(letter) ? letter : /\p{L}/u.test(letter) ? `~${letter}` : ''))
    .join('');
  return `${letters}${tone}`;
}

function syllables(text: string): string[] {
  return text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((part) => part !== '');
}

/**
 * Key under which byte order (collation "C") is Vietnamese dictionary order, syllable by syllable with the tone after the letters.
 * It depends on no collation library, so that no upgrade of one can spoil an index.
 */
export function textSortKey(text: string): string {
  return syllables(text).map(syllableKey).join(' ');
}

/** Key of a person's name as Vietnamese lists have it: by given name (the last word), then middle names, then family name. */
export function nameSortKey(fullName: string): string {
  const [family, ...others] = syllables(fullName);
  const given = others.pop();
  const order = given === undefined ? [family ?? ''] : [given, ...others, family ?? ''];
  return order.map(syllableKey).join(' ');
}

/** Key of an address: by street, then house number with its numbers taken as numbers (`2` before `12/3`, `12` before `12/3`). */
export function addressSortKey(street: string | null, houseNumber: string | null): string {
  const number = (houseNumber ?? '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '').padStart(8, '0'))
    .replace(/\s+/g, '');
  return `${street === null ? '~' : textSortKey(street)} | ${number}`;
}
