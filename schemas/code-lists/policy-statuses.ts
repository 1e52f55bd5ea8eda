import { codes, type Code } from './code.ts';

/** Policy statuses of a person (Pháp lệnh 02/2020/UBTVQH14; NĐ 20/2021/NĐ-CP; NĐ 176/2025/NĐ-CP). */
export const policyStatuses: readonly Code[] = codes('own', [
  ['war_invalid', 'Thương binh, bệnh binh', 'War invalid'],
  ['martyr_relative', 'Thân nhân liệt sĩ', 'Relative of a fallen soldier'],
  ['heroic_mother', 'Bà mẹ Việt Nam anh hùng', 'Heroic Vietnamese mother'],
  ['revolution_merit', 'Người có công với cách mạng', 'Person of merit to the revolution'],
  ['agent_orange', 'Nạn nhân chất độc hóa học', 'Victim of toxic chemicals'],
  ['social_pension', 'Trợ cấp hưu trí xã hội', 'Social pension'],
  ['disability_allowance', 'Trợ cấp người khuyết tật', 'Disability allowance'],
  ['orphan_allowance', 'Trẻ mồ côi, trẻ có hoàn cảnh đặc biệt', 'Orphan or child in special circumstances'],
  ['single_poor_parent', 'Người đơn thân nghèo nuôi con', 'Poor single parent'],
  ['other_allowance', 'Đối tượng bảo trợ xã hội khác', 'Other social assistance'],
]);
