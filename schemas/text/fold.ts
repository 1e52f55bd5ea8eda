const MARKS = /\p{M}+/gu;
/** đ and what stands for it in badly typed registers: Ð (eth) and Ɖ (African d) look the same on paper. */
const CROSSED_D = /[đĐðÐɖƉ]/g;

/** Lower case without any accent, in one form whatever the encoding: `Hoà`, `HÒA` and decomposed `hoa` + grave all give `hoa`. */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(MARKS, '').replace(CROSSED_D, 'd').toLowerCase().normalize('NFC');
}

/** The words of a name as it is looked for: folded, split at everything that is no letter or digit. `Nguyễn Thị Ánh-Đào` -> nguyen thi anh dao */
export function foldWords(text: string): string[] {
  return foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** A name folded to words with single spaces; empty when it has neither letter nor digit. */
export function foldName(text: string): string {
  return foldWords(text).join(' ');
}

/** The words of an address; slashed and lettered house numbers stay whole: `12/3/4 Nguyễn Trãi` -> 12/3/4 nguyen trai. */
export function foldAddressWords(text: string): string[] {
  return foldText(text)
    .split(/[^\p{L}\p{N}/]+/u)
    .map((word) => word.replace(/^\/+|\/+$/g, ''))
    .filter((word) => word !== '');
}

/** The digits of a text: ids and phone numbers as people type them, with dots and spaces. */
export function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/\D+/g, '');
}
