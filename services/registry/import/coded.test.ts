import { expect, test } from 'vitest';
import { codeOf } from './coded.ts';

test('words of a register become codes, whatever their accents and case', () => {
  const cases: [Parameters<typeof codeOf>[0], string, string | null][] = [
    ['ethnicity', 'KINH', '01'],
    ['ethnicity', 'Ê đê', '11'],
    ['ethnicity', "H'Mông", '08'],
    ['ethnicity', 'Khơ Me', '05'],
    ['religion', 'Phật Giáo', 'buddhism'],
    ['religion', 'Thiên Chúa giáo', 'catholicism'],
    ['religion', 'Không', 'none'],
    ['education', '12/12', 'upper_secondary'],
    ['education', 'THPT', 'upper_secondary'],
    ['education', 'Đại học', 'bachelor'],
    ['maritalStatus', 'Độc thân', 'single'],
    ['maritalStatus', 'Goá', 'widowed'],
    ['maritalStatus', 'Có chồng', 'married'],
    ['eidLevel', 'Mức độ 2', '2'],
    ['eidLevel', '1', '1'],
    ['disability', 'Nghe nói', 'hearing_speech'],
    ['disability', 'Chưa rõ', null],
  ];
  for (const [field, text, code] of cases) expect(codeOf(field, text), `${field} ${text}`).toBe(code);
});
