import type { CalendarRow } from '@nocgia/schemas/events/calendar.ts';

function swap(off: string, worked: string, occasion: string, legalBasis: string): CalendarRow[] {
  return [
    { date: off, type: 'swap_off', name: `Nghỉ hoán đổi dịp ${occasion}`, legalBasis },
    { date: worked, type: 'swap_work', name: `Làm bù ngày nghỉ hoán đổi dịp ${occasion}`, legalBasis },
  ];
}

/**
 * Working days that were officially swapped for rest days, for civil servants (Bộ Nội vụ, before 2025 Bộ Lao động - Thương
 * binh và Xã hội). No rule makes them: the Prime Minister decides from case to case, and the administrator adds what is new.
 */
export const officialSwaps: readonly CalendarRow[] = [
  ...swap(
    '2024-04-29',
    '2024-05-04',
    'Ngày Chiến thắng 30/4 và Quốc tế lao động 1/5 năm 2024',
    'Công văn 2450/VPCP-KGVX ngày 12/4/2024',
  ),
  ...swap(
    '2025-05-02',
    '2025-04-26',
    'Ngày Chiến thắng 30/4 và Quốc tế lao động 1/5 năm 2025',
    'Thông báo 6150/TB-BLĐTBXH ngày 03/12/2024',
  ),
  ...swap('2026-01-02', '2026-01-10', 'Tết Dương lịch năm 2026', 'Công văn 12729/VPCP-KGVX ngày 25/12/2025'),
  ...swap('2026-08-31', '2026-08-22', 'Quốc khánh năm 2026', 'Thông báo 9441/TB-BNV ngày 16/10/2025'),
];
