import type { ErrorEntry } from '../errors.ts';

/** The part of the catalogue that speaks of people and what happens in their lives. */
export const citizenErrors = {
  CITIZEN_DEAD: { kind: 'rejection', vi: 'Người này đã mất.', en: 'This person has died.' },
  ALREADY_PERMANENT: {
    kind: 'rejection',
    vi: 'Người này đang thường trú ở một hộ khác. Hãy ghi là chuyển đến.',
    en: 'This person already has a permanent residence. Record a move instead.',
  },
  ALREADY_TEMPORARY: {
    kind: 'rejection',
    vi: 'Người này đang tạm trú ở một hộ khác. Hãy ghi là chuyển đến.',
    en: 'This person already has a temporary residence. Record a move instead.',
  },
  ALREADY_MEMBER: {
    kind: 'rejection',
    vi: 'Người này đã ở trong hộ.',
    en: 'This person already lives in the household.',
  },
  NOT_MEMBER: {
    kind: 'rejection',
    vi: 'Người này không ở trong hộ.',
    en: 'This person does not live in the household.',
  },
  MOVE_WITHOUT_RESIDENCE: {
    kind: 'rejection',
    vi: 'Người này chưa có nơi cư trú cùng loại để chuyển đi.',
    en: 'This person has no residence of that kind to move from.',
  },
  RESIDENCE_OVERLAP: {
    kind: 'rejection',
    vi: 'Trùng thời gian với một nơi cư trú cùng loại (đến {day}).',
    en: 'This overlaps another residence of the same kind (until {day}).',
  },
  RESIDENCE_UNKNOWN: { kind: 'rejection', vi: 'Không có nơi cư trú này.', en: 'There is no such residence.' },
  RESIDENCE_ENDED: {
    kind: 'rejection',
    vi: 'Nơi cư trú này đã kết thúc ngày {day}.',
    en: 'This residence ended on {day}.',
  },
  RELATIONS_INCOMPLETE: {
    kind: 'rejection',
    vi: 'Khi đổi chủ hộ, phải xác nhận lại quan hệ của mọi thành viên.',
    en: 'With a change of head the relation of every member is confirmed anew.',
  },
  RELATION_HEAD: { kind: 'rejection', vi: 'Chỉ chủ hộ mới có quan hệ “chủ hộ”.', en: 'Only the head stands as head.' },
  HEAD_UNCHANGED: { kind: 'rejection', vi: 'Người này đang là chủ hộ.', en: 'This person is the head already.' },
  NATIONAL_ID_IN_USE: {
    kind: 'rejection',
    vi: 'Số định danh này đã được sử dụng; hãy liên hệ quản trị viên.',
    en: 'This id is already in use; ask the administrator.',
  },
  NATIONAL_ID_ASKED_OFTEN: {
    kind: 'rejection',
    vi: 'Bạn đã nhập quá nhiều số định danh đang thuộc về người ở nơi khác. Hãy thử lại sau {minutes} phút, hoặc liên hệ quản trị viên.',
    en: 'You have entered too many ids that belong to people elsewhere. Try again in {minutes} minutes, or ask the administrator.',
  },
  ABSENCE_WITHOUT_RESIDENCE: {
    kind: 'rejection',
    vi: 'Người này không có nơi cư trú đang có hiệu lực nên không ghi tạm vắng được.',
    en: 'This person has no residence at present to be away from.',
  },
  ABSENCE_OVERLAP: {
    kind: 'rejection',
    vi: 'Trùng với một lần tạm vắng khác (từ {day}). Hãy ghi ngày trở về của lần ấy trước.',
    en: 'This overlaps another absence (since {day}). Record the return from that one first.',
  },
  ABSENCE_UNKNOWN: { kind: 'rejection', vi: 'Không có lần tạm vắng này.', en: 'There is no such absence.' },
  ABSENCE_ENDED: {
    kind: 'rejection',
    vi: 'Người này đã trở về ngày {day}.',
    en: 'This person has been back since {day}.',
  },
  DAY_BEFORE_ABSENCE: {
    kind: 'rejection',
    vi: 'Ngày này trước ngày bắt đầu vắng ({day}).',
    en: 'This day lies before the absence began ({day}).',
  },
  RENEWAL_NOT_TEMPORARY: {
    kind: 'rejection',
    vi: 'Chỉ gia hạn được tạm trú.',
    en: 'Only a temporary residence is renewed.',
  },
  RENEWAL_NOT_LATER: {
    kind: 'rejection',
    vi: 'Ngày hết hạn mới phải sau {day}.',
    en: 'The new last day must lie after {day}.',
  },
  RENEWAL_TOO_LONG: {
    kind: 'rejection',
    vi: 'Mỗi lần gia hạn không quá hai năm: muộn nhất là {day} (Luật Cư trú 2020, Điều 27).',
    en: 'One renewal lasts two years at most: until {day} (Luật Cư trú 2020, Điều 27).',
  },
  SPOUSE_NEEDED: {
    kind: 'bad-input',
    vi: 'Hãy chọn vợ hoặc chồng trong sổ, hoặc ghi họ tên.',
    en: 'Choose the spouse from the register, or write the name.',
  },
  SPOUSE_UNKNOWN: {
    kind: 'rejection',
    vi: 'Không tìm thấy người này trong phạm vi của bạn. Hãy ghi họ tên.',
    en: 'There is no such person within your scope. Write the name instead.',
  },
  MARRIED_TO_ONESELF: {
    kind: 'rejection',
    vi: 'Không thể kết hôn với chính mình.',
    en: 'Nobody marries themselves.',
  },
  ALREADY_MARRIED: {
    kind: 'rejection',
    vi: 'Người này đang có vợ hoặc chồng. Hãy ghi ly hôn trước, nếu đã ly hôn.',
    en: 'This person is married. Record the divorce first, if there was one.',
  },
  MARRIAGE_OVERLAP: {
    kind: 'rejection',
    vi: 'Ngày này trước ngày chấm dứt hôn nhân trước ({day}).',
    en: 'This day lies before the end of an earlier marriage ({day}).',
  },
  MARRIAGE_UNKNOWN: { kind: 'rejection', vi: 'Không có hôn nhân này.', en: 'There is no such marriage.' },
  MARRIAGE_ENDED: {
    kind: 'rejection',
    vi: 'Hôn nhân này đã chấm dứt ngày {day}.',
    en: 'This marriage ended on {day}.',
  },
  DAY_BEFORE_MARRIAGE: {
    kind: 'rejection',
    vi: 'Ngày này trước ngày kết hôn ({day}).',
    en: 'This day lies before the marriage ({day}).',
  },
  DEATH_OF_SPOUSE: {
    kind: 'rejection',
    vi: 'Vợ hoặc chồng có trong sổ: hãy ghi qua đời ở trang của người ấy, hôn nhân sẽ tự chấm dứt.',
    en: 'The spouse is in the register: record the death on their page, and the marriage ends with it.',
  },
  DAY_BEFORE_STATUS: {
    kind: 'rejection',
    vi: 'Ngày này trước ngày bắt đầu hưởng ({day}).',
    en: 'This day lies before the status began ({day}).',
  },
  EID_NOT_HIGHER: {
    kind: 'rejection',
    vi: 'Mức định danh điện tử chỉ tăng. Nếu mức đã ghi là sai, hãy chọn đính chính.',
    en: 'The level of an electronic identity only rises. If what is recorded is wrong, choose correction.',
  },
  BIRTH_DAY_NEEDED: {
    kind: 'bad-input',
    vi: 'Trẻ mới sinh cần đủ ngày, tháng, năm sinh.',
    en: 'For a birth the full day is needed.',
  },
  PARENT_NOT_MEMBER: {
    kind: 'rejection',
    vi: 'Cha hoặc mẹ phải đang ở trong hộ này.',
    en: 'The mother or the father must live in this household.',
  },
  PARENT_UNKNOWN: {
    kind: 'rejection',
    vi: 'Không tìm thấy người này trong phạm vi của bạn. Hãy để trống.',
    en: 'There is no such person within your scope. Leave it empty.',
  },
  PARENTS_SAME: {
    kind: 'rejection',
    vi: 'Mẹ và cha không thể là cùng một người.',
    en: 'Mother and father cannot be the same person.',
  },
  ARRIVAL_UNKNOWN: {
    kind: 'rejection',
    vi: 'Chưa có ai mang số định danh này. Hãy ghi nhận người mới.',
    en: 'Nobody with this number is known here. Record a new person.',
  },
} as const satisfies Record<string, ErrorEntry>;
