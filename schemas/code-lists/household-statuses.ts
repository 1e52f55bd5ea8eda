import { codes, type Code } from './code.ts';

/** Statuses of a household: poverty by the yearly review (NĐ 07/2021/NĐ-CP, NĐ 351/2025/NĐ-CP), and policy families. */
export const householdStatuses: readonly Code[] = codes('own', [
  ['poor', 'Hộ nghèo', 'Poor household'],
  ['near_poor', 'Hộ cận nghèo', 'Near-poor household'],
  ['average', 'Hộ có mức sống trung bình', 'Household of average living standard'],
  ['policy_family', 'Gia đình chính sách', 'Policy family'],
]);
