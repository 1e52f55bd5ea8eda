import type { Code } from '@nocgia/schemas/code-lists/code.ts';
import { disabilities } from '@nocgia/schemas/code-lists/disabilities.ts';
import { educationLevels } from '@nocgia/schemas/code-lists/education.ts';
import { eidLevels } from '@nocgia/schemas/code-lists/eid-levels.ts';
import { ethnicGroups } from '@nocgia/schemas/code-lists/ethnic-groups.ts';
import { maritalStatuses } from '@nocgia/schemas/code-lists/marital-statuses.ts';
import { religions } from '@nocgia/schemas/code-lists/religions.ts';
import { foldWords } from '@nocgia/schemas/text/fold.ts';

const lists = {
  ethnicity: ethnicGroups,
  religion: religions,
  education: educationLevels,
  maritalStatus: maritalStatuses,
  disability: disabilities,
  eidLevel: eidLevels,
} satisfies Record<string, readonly Code[]>;

export type CodedField = keyof typeof lists;

/** What registers write beside the labels of the lists, folded; by the code it stands for. */
const alsoWritten: Partial<Record<CodedField, Record<string, string>>> = {
  ethnicity: {
    '01': 'viet',
    '05': 'kho me|kho me crom',
    '06': 'han|hoa han',
    '08': 'h mong|hmong|meo',
    '11': 'e de|ede',
    '14': 'cham',
  },
  religion: {
    none: 'khong co|khong ton giao|0',
    buddhism: 'phat|dao phat',
    catholicism: 'thien chua|thien chua giao|dao thien chua|cong giao la ma|cong giao roma',
    protestantism: 'tin lanh giao|dao tin lanh',
    caodaism: 'dao cao dai',
    hoahao: 'hoa hao|phat giao hoa hao|pghh',
    islam: 'dao hoi',
  },
  education: {
    none: 'khong|mu chu|khong biet chu',
    kindergarten: 'mau giao',
    primary: 'cap 1|cap i|th|1/12|2/12|3/12|4/12|5/12',
    lower_secondary: 'cap 2|cap ii|thcs|6/12|7/12|8/12|9/12',
    upper_secondary: 'cap 3|cap iii|thpt|ptth|10/12|11/12|12/12',
    college: 'cd',
    bachelor: 'dh|cu nhan|ky su',
    master: 'cao hoc|ths',
    doctor: 'ts',
  },
  maritalStatus: {
    single: 'doc than|chua vo|chua chong|chua co vo|chua co chong|chua lap gia dinh',
    married: 'da ket hon|ket hon|co vo|co chong|co vo chong|co gia dinh|da lap gia dinh',
    divorced: 'ly hon|ly di|li hon',
    widowed: 'goa vo|goa chong|vo mat|chong mat',
  },
  eidLevel: { '1': 'muc 1|cap 1|da dinh danh muc 1', '2': 'muc 2|cap 2|da dinh danh muc 2' },
};

const key = (text: string): string => foldWords(text).join(' ');

const codes: Readonly<Record<CodedField, ReadonlyMap<string, string>>> = (() => {
  const made = {} as Record<CodedField, Map<string, string>>;
  for (const field of Object.keys(lists) as CodedField[]) {
    const byWords = new Map<string, string>();
    for (const { code, vi, en } of lists[field]) for (const text of [code, vi, en]) byWords.set(key(text), code);
    for (const [code, words] of Object.entries(alsoWritten[field] ?? {}))
      for (const text of words.split('|')) byWords.set(key(text), code);
    made[field] = byWords;
  }
  return made;
})();

/** The code that a register's words stand for; null when the list knows nothing of them. */
export function codeOf(field: CodedField, text: string): string | null {
  return codes[field].get(key(text)) ?? null;
}
