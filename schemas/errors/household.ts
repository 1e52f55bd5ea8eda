import type { ErrorEntry } from '../errors.ts';

/** The part of the catalogue that speaks of dwellings and households, and of merging and splitting. */
export const householdErrors = {
  ADDRESS_MISSING: { kind: 'bad-input', vi: 'Cần số nhà hoặc tên đường.', en: 'A house number or a street is needed.' },
  DWELLING_OTHER_WARD: {
    kind: 'rejection',
    vi: 'Nóc gia không thuộc phường/xã của khu phố này.',
    en: 'The dwelling does not lie in the ward of that neighbourhood.',
  },
  DWELLING_NOT_HERE: {
    kind: 'rejection',
    vi: 'Không có nóc gia này trong địa bàn của bạn. Hộ chuyển sang phường khác thì ghi từng người chuyển đi; phường đến ghi họ đến bằng số định danh.',
    en: 'There is no such dwelling in your area. When a household moves to another ward, record the departure of each person; the ward they come to records their arrival by id.',
  },
  DAY_BEFORE_REGISTERED: {
    kind: 'rejection',
    vi: 'Ngày này trước ngày dữ liệu bắt đầu ({day}).',
    en: 'This day lies before the data begin ({day}).',
  },
  DAY_BEFORE_BIRTH: { kind: 'rejection', vi: 'Ngày này trước ngày sinh.', en: 'This day lies before the birth.' },
  DAY_AFTER_DEATH: { kind: 'rejection', vi: 'Ngày này sau ngày mất.', en: 'This day lies after the death.' },
  DAY_BEFORE_FORMED: {
    kind: 'rejection',
    vi: 'Ngày này trước ngày lập hộ ({day}).',
    en: 'This day lies before the household was formed ({day}).',
  },
  DAY_BEFORE_SINCE: {
    kind: 'rejection',
    vi: 'Ngày này trước ngày bắt đầu cư trú ({day}).',
    en: 'This day lies before the residence began ({day}).',
  },
  DAY_BEFORE_LAST: {
    kind: 'rejection',
    vi: 'Ngày này trước một thay đổi đã ghi ({day}).',
    en: 'This day lies before a change already recorded ({day}).',
  },
  UNTIL_BEFORE_SINCE: {
    kind: 'bad-input',
    vi: 'Ngày hết hạn trước ngày bắt đầu.',
    en: 'The last day lies before the first.',
  },
  UNTIL_ONLY_TEMPORARY: {
    kind: 'bad-input',
    vi: 'Chỉ tạm trú mới có ngày hết hạn.',
    en: 'Only a temporary residence has a last day.',
  },
  HOUSEHOLD_UNKNOWN: {
    kind: 'rejection',
    vi: 'Không tìm thấy hộ này, hoặc hộ không thuộc phạm vi của bạn.',
    en: 'There is no such household, or not within your scope.',
  },
  HOUSEHOLD_DISSOLVED: {
    kind: 'rejection',
    vi: 'Hộ này đã chấm dứt từ ngày {day}.',
    en: 'This household was dissolved on {day}.',
  },
  MERGE_SAME: {
    kind: 'rejection',
    vi: 'Đây là cùng một hồ sơ. Hãy chọn hồ sơ thứ hai.',
    en: 'This is one and the same record. Choose the second one.',
  },
  MERGE_ALREADY: {
    kind: 'rejection',
    vi: 'Một trong hai hồ sơ đã được gộp vào người khác. Hãy mở lại trang và chọn lại.',
    en: 'One of the two records has been merged into another person already. Reload the page and choose again.',
  },
  MERGE_TWO_IDS: {
    kind: 'rejection',
    vi: 'Hai hồ sơ có hai số định danh khác nhau. Nếu đúng là một người, hãy đính chính số sai trước khi gộp.',
    en: 'The two records have different identity numbers. If they are one person, correct the wrong number before merging.',
  },
  MERGE_UNKNOWN: {
    kind: 'rejection',
    vi: 'Lần gộp này không còn hiệu lực. Hãy tải lại trang.',
    en: 'This merge no longer holds. Reload the page.',
  },
  UNMERGE_HOUSEHOLD_GONE: {
    kind: 'rejection',
    vi: 'Hộ cũ của một trong hai người đã chấm dứt. Hãy chuyển người này sang một hộ đang hoạt động rồi tách hồ sơ.',
    en: 'The former household of one of the two has been dissolved. Move the person to a household that exists, then undo the merge.',
  },
  HOUSEHOLD_NOT_EMPTY: {
    kind: 'rejection',
    vi: 'Hộ còn {count} người. Hãy chuyển họ đi trước.',
    en: 'The household still has {count} members. Move them first.',
  },
  HOUSEHOLD_HAS_HEAD: {
    kind: 'rejection',
    vi: 'Hộ đã có chủ hộ. Hãy dùng việc đổi chủ hộ.',
    en: 'The household has a head already. Use the change of head.',
  },
  HOUSEHOLD_EMPTY: {
    kind: 'rejection',
    vi: 'Hộ không còn ai. Hãy chấm dứt hộ thay vì nhập hộ.',
    en: 'Nobody lives in the household. Dissolve it instead.',
  },
  SPLIT_NOBODY: {
    kind: 'rejection',
    vi: 'Hãy chọn ít nhất một người tách ra.',
    en: 'Choose at least one member who goes.',
  },
  SPLIT_EVERYBODY: {
    kind: 'rejection',
    vi: 'Phải có ít nhất một người ở lại. Nếu cả hộ dời đi, hãy dùng việc chuyển nhà.',
    en: 'At least one member stays. If all of them go, move the household.',
  },
  SPLIT_HEAD_STAYS: {
    kind: 'rejection',
    vi: 'Chủ hộ là người đồng ý cho tách hộ nên ở lại (Luật Cư trú 2020, Điều 25). Nếu chủ hộ đi, hãy đổi chủ hộ trước.',
    en: 'The head agrees to the split and stays (Law on Residence 2020, Art. 25). If the head goes, change the head first.',
  },
  SPLIT_HEAD_NOT_CHOSEN: {
    kind: 'rejection',
    vi: 'Chủ hộ mới phải là một trong những người tách ra.',
    en: 'The new head is one of those who go.',
  },
  SPLIT_NEEDS_ADULT: {
    kind: 'rejection',
    vi: 'Trong những người tách ra phải có ít nhất một người đủ 18 tuổi (Luật Cư trú 2020, Điều 25).',
    en: 'At least one of those who go is 18 or older (Law on Residence 2020, Art. 25).',
  },
  JOIN_ITSELF: {
    kind: 'rejection',
    vi: 'Không thể nhập hộ vào chính nó. Hãy chọn một hộ khác.',
    en: 'A household cannot join itself. Choose another.',
  },
  JOIN_NEEDS_HEAD: {
    kind: 'rejection',
    vi: 'Hộ nhận người chưa có chủ hộ. Hãy đặt chủ hộ trước.',
    en: 'The household that takes them in has no head. Give it one first.',
  },
  STATUS_NOT_LISTED: {
    kind: 'rejection',
    vi: 'Diện này không có trong danh mục.',
    en: 'This status is not on the list.',
  },
  STATUS_HELD: {
    kind: 'rejection',
    vi: 'Đã có diện trùng thời gian, từ ngày {day}. Hãy kết thúc diện ấy trước hoặc chọn ngày khác.',
    en: 'A status from {day} covers the same time. End it first or choose another day.',
  },
  STATUS_UNKNOWN: { kind: 'rejection', vi: 'Không tìm thấy diện này.', en: 'There is no such status.' },
  STATUS_ENDED: {
    kind: 'rejection',
    vi: 'Diện này đã kết thúc từ ngày {day}.',
    en: 'This status ended on {day}.',
  },
  ALREADY_CONFIRMED: {
    kind: 'rejection',
    vi: 'Nóc gia này đã được xác nhận ngày {day}.',
    en: 'This dwelling was confirmed on {day} already.',
  },
  DAY_BEFORE_DWELLING: {
    kind: 'rejection',
    vi: 'Ngày này trước ngày ghi nhận nóc gia ({day}).',
    en: 'This day is before the dwelling was registered ({day}).',
  },
  HOUSEHOLD_SAME_DWELLING: {
    kind: 'rejection',
    vi: 'Hộ đang ở chính nóc gia này.',
    en: 'The household lives in this dwelling already.',
  },
} as const satisfies Record<string, ErrorEntry>;
