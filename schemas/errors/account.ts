import type { ErrorEntry } from '../errors.ts';

/** The part of the catalogue that speaks of accounts, passwords and positions. */
export const accountErrors = {
  SIGN_IN_FAILED: {
    kind: 'unauthenticated',
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    en: 'The user name or the password is not right.',
  },
  TOO_MANY_ATTEMPTS: {
    kind: 'busy',
    vi: 'Đã thử quá nhiều lần. Hãy đợi {seconds} giây rồi thử lại.',
    en: 'Too many attempts. Wait {seconds} seconds, then try again.',
  },
  WRONG_PASSWORD: { kind: 'rejection', vi: 'Mật khẩu hiện tại không đúng.', en: 'The current password is not right.' },
  PASSWORD_TOO_SHORT: {
    kind: 'bad-input',
    vi: 'Mật khẩu cần ít nhất 10 ký tự.',
    en: 'The password needs at least 10 characters.',
  },
  PASSWORD_TOO_LONG: {
    kind: 'bad-input',
    vi: 'Mật khẩu dài tối đa 200 ký tự.',
    en: 'The password may have at most 200 characters.',
  },
  PASSWORD_LIKE_NAME: {
    kind: 'bad-input',
    vi: 'Mật khẩu quá giống tên đăng nhập.',
    en: 'The password is too much like the user name.',
  },
  PASSWORD_COMMON: {
    kind: 'bad-input',
    vi: 'Mật khẩu này quá phổ biến, rất dễ đoán.',
    en: 'This password is one of the first that anybody would try.',
  },
  PASSWORD_UNCHANGED: {
    kind: 'bad-input',
    vi: 'Mật khẩu mới phải khác mật khẩu hiện tại.',
    en: 'The new password must differ from the current one.',
  },
  USERNAME_INVALID: {
    kind: 'bad-input',
    vi: 'Tên đăng nhập gồm 3 đến 60 chữ cái không dấu, chữ số, dấu chấm, gạch nối hoặc gạch dưới.',
    en: 'A user name has 3 to 60 letters without accents, digits, dots, hyphens or underscores.',
  },
  USERNAME_TAKEN: { kind: 'rejection', vi: 'Tên đăng nhập này đã có người dùng.', en: 'This user name is taken.' },
  ACCOUNT_EXISTS: { kind: 'conflict', vi: 'Tài khoản này đã được mở.', en: 'This account is open already.' },
  ACCOUNT_CLOSED: { kind: 'rejection', vi: 'Tài khoản này đã đóng.', en: 'This account is closed.' },
  OWN_ADMINISTRATION: {
    kind: 'rejection',
    vi: 'Không thể tự đóng tài khoản hay tự kết thúc vị trí quản trị của chính mình.',
    en: 'Nobody closes their own account or ends their own position as administrator.',
  },
  POSITION_UNIT: {
    kind: 'bad-input',
    vi: 'Vai trò này không dành cho cấp đơn vị đã chọn.',
    en: 'This role does not exist at a unit of that level.',
  },
  POSITION_PERIOD: {
    kind: 'bad-input',
    vi: 'Ngày kết thúc trước ngày bắt đầu.',
    en: 'It would end before it begins.',
  },
  NARROWING_PAST: {
    kind: 'bad-input',
    vi: 'Quyền xem chỉ thay đổi từ hôm nay trở đi.',
    en: 'Rights change from today on at the earliest.',
  },
  RIGHT_NOT_NARROWER: {
    kind: 'rejection',
    vi: 'Bảng quyền của vai trò này không cho nhiều hơn thế; chỉ có thể thu hẹp, không mở rộng.',
    en: 'The table grants this role no more than that: a right can be narrowed, never widened.',
  },
  POSITION_TWICE: {
    kind: 'rejection',
    vi: 'Người này đang giữ đúng vị trí đó.',
    en: 'This person holds that very position already.',
  },
  POSITION_NOT_HELD: {
    kind: 'rejection',
    vi: 'Vị trí này không còn hiệu lực.',
    en: 'This position is not held any more.',
  },
  REVEAL_NOTHING: { kind: 'rejection', vi: 'Mục này không có gì để hiện.', en: 'There is nothing to reveal here.' },
} as const satisfies Record<string, ErrorEntry>;
