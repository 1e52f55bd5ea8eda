import { codes, type Code } from './code.ts';

/** Why a figure of the population changes, in the words of pages and sheets alike. */
export const populationCauses: readonly Code[] = codes('own', [
  ['first_entry', 'Ghi nhận lần đầu', 'First entry'],
  ['birth', 'Sinh ra', 'Birth'],
  ['death', 'Qua đời', 'Death'],
  ['arrival', 'Chuyển đến', 'Arrival'],
  ['departure', 'Chuyển đi', 'Departure'],
  ['move', 'Chuyển trong địa bàn', 'Move within'],
  ['boundary', 'Điều chỉnh địa giới', 'Boundary change'],
  ['placed', 'Xếp khu phố', 'Placed in a neighbourhood'],
  ['status', 'Đổi thông tin', 'Change of details'],
  ['expired', 'Hết hạn tạm trú', 'Expired'],
  ['absence', 'Tạm vắng', 'Temporary absence'],
  ['return', 'Trở về', 'Return'],
  ['merge', 'Hợp nhất hồ sơ trùng', 'Merge of duplicates'],
  ['unmerge', 'Tách hồ sơ hợp nhất nhầm', 'Merge undone'],
]);
