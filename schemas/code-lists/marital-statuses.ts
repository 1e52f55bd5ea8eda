import { codes, type Code } from './code.ts';

/** Marital statuses as a ward asks for them. */
export const maritalStatuses: readonly Code[] = codes('own', [
  ['single', 'Chưa kết hôn', 'Single'],
  ['married', 'Đang có vợ / chồng', 'Married'],
  ['divorced', 'Đã ly hôn', 'Divorced'],
  ['widowed', 'Góa', 'Widowed'],
]);
