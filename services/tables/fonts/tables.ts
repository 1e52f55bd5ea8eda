/** Fonts from before Unicode, whose letters lie where other fonts have other letters. */
export type OldFont = 'tcvn3' | 'vni';

/** TCVN3 (ABC: .VnTime), TCVN 5712:1993: one letter each, from 0xA1 and from 0xB5 on; `.` = no letter. */
const tcvn3From: readonly [code: number, letters: string][] = [
  [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
  [0xb5, 'àảãáạ.ằẳẵắ'],
  [0xc6, 'ặầẩẫấậè.ẻẽéẹềểễếệìỉ'],
  [0xdc, 'ĩíịò'],
  [0xe1, 'ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ'],
];

const tcvn3: ReadonlyMap<string, string> = new Map(
  tcvn3From.flatMap(([code, letters]) =>
    [...letters].flatMap((letter, index) =>
      letter === '.' ? [] : [[String.fromCodePoint(code + index), letter] as const],
    ),
  ),
);

/** VNI-Windows: a base letter and, behind it, a letter that stands for its marks; some letters alone. */
const vniMarks: Readonly<Record<string, readonly string[]>> = {
  a: ['ùá', 'øà', 'ûả', 'õã', 'ïạ', 'ââ', 'êă', 'áấ', 'àầ', 'åẩ', 'ãẫ', 'äậ', 'éắ', 'èằ', 'úẳ', 'üẵ', 'ëặ'],
  e: ['ùé', 'øè', 'ûẻ', 'õẽ', 'ïẹ', 'âê', 'áế', 'àề', 'åể', 'ãễ', 'äệ'],
  o: ['ùó', 'øò', 'ûỏ', 'õõ', 'ïọ', 'âô', 'áố', 'àồ', 'åổ', 'ãỗ', 'äộ'],
  u: ['ùú', 'øù', 'ûủ', 'õũ', 'ïụ'],
  y: ['ùý', 'øỳ', 'ûỷ', 'õỹ'],
  ô: ['ùớ', 'øờ', 'ûở', 'õỡ', 'ïợ'],
  ö: ['ùứ', 'øừ', 'ûử', 'õữ', 'ïự'],
};
const vniAlone = ['íí', 'ìì', 'æỉ', 'óĩ', 'òị', 'ôơ', 'öư', 'îỵ', 'ñđ'];

const vni: ReadonlyMap<string, string> = new Map(
  [
    ...vniAlone.map((pair) => [pair.slice(0, 1), pair.slice(1)] as const),
    ...Object.entries(vniMarks).flatMap(([base, pairs]) =>
      pairs.map((pair) => [base + pair.slice(0, 1), pair.slice(1)] as const),
    ),
  ].flatMap(([written, letter]) => {
    const [base = '', mark = ''] = written;
    const capital = base.toUpperCase();
    // Whoever types capitals writes the mark in either case.
    return [
      [written, letter],
      [capital + mark, letter.toUpperCase()],
      [capital + mark.toUpperCase(), letter.toUpperCase()],
    ] as const;
  }),
);
const vniPattern = new RegExp([...vni.keys()].sort((a, b) => b.length - a.length).join('|'), 'gu');

/** A text that was typed in an old font, in Unicode; what its table does not know stays. */
export function fromOldFont(text: string, font: OldFont): string {
  if (font === 'vni') return text.replace(vniPattern, (written) => vni.get(written) ?? written);
  const letters = [...text].map((letter) => tcvn3.get(letter) ?? letter).join('');
  // TCVN3 has no capitals with a tone: `NGUYÔN` is meant to be read in capitals all through.
  return letters.replace(/[\p{L}\u00ad]+/gu, (word) => (isCapital(word, letters) ? word.toUpperCase() : word));
}

/** A word of capitals only as far as the font has them; of a word with a single plain letter the whole text decides. */
function isCapital(word: string, text: string): boolean {
  const plain = word.replace(/[^A-Za-z]/g, '');
  const judged = plain.length >= 2 ? plain : text.replace(/[^A-Za-z]/g, '');
  return judged.length >= 2 && judged === judged.toUpperCase();
}
