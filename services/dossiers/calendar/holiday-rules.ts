/** When a holiday falls: a day of the solar or of the lunar year, or one of the two that the Prime Minister sets every year. */
export type HolidayDay =
  { solar: `${number}-${number}` } | { lunar: { month: number; day: number } } | { every: 'tet' | 'national_day' };

/** A holiday as the law has it, for days from `from` on. */
export interface HolidayRule {
  name: string;
  day: HolidayDay;
  /** A weekly rest day on which it falls is given back on the next working day. */
  inLieu: boolean;
  legalBasis: string;
  from: string;
}

const LABOUR_CODE = '2021-01-01';
const article = (point: string): string => `Bộ luật Lao động 45/2019/QH14, Điều 112 khoản 1 điểm ${point}`;

/** The holidays with pay, dated: days before the Labour Code of 2019 are not proposed. */
export const holidayRules: readonly HolidayRule[] = [
  { name: 'Tết Dương lịch', day: { solar: '01-01' }, inLieu: true, legalBasis: article('a'), from: LABOUR_CODE },
  { name: 'Tết Nguyên đán', day: { every: 'tet' }, inLieu: true, legalBasis: article('b'), from: LABOUR_CODE },
  { name: 'Ngày Chiến thắng', day: { solar: '04-30' }, inLieu: true, legalBasis: article('c'), from: LABOUR_CODE },
  {
    name: 'Ngày Quốc tế lao động',
    day: { solar: '05-01' },
    inLieu: true,
    legalBasis: article('d'),
    from: LABOUR_CODE,
  },
  { name: 'Quốc khánh', day: { every: 'national_day' }, inLieu: true, legalBasis: article('đ'), from: LABOUR_CODE },
  {
    name: 'Giỗ Tổ Hùng Vương',
    day: { lunar: { month: 3, day: 10 } },
    inLieu: true,
    legalBasis: article('e'),
    from: LABOUR_CODE,
  },
  // Article 111.3 gives back what falls on a holiday of article 112.1, where the resolution did not put this one.
  {
    name: 'Ngày Văn hóa Việt Nam',
    day: { solar: '11-24' },
    inLieu: false,
    legalBasis: 'Nghị quyết 28/2026/QH16, Điều 2',
    from: '2026-07-01',
  },
];

/** Where a day falls on a rest day. */
export const IN_LIEU = 'Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3';
