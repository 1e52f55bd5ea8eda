import type { ErrorEntry } from '../errors.ts';

/** The part of the catalogue that people meet who follow a dossier. */
export const followErrors = {
  FOLLOW_UNKNOWN: {
    kind: 'not-found',
    vi: 'Mã hồ sơ hoặc 4 số cuối không đúng. Hãy xem lại giấy tiếp nhận; nếu hồ sơ không ghi số điện thoại thì dùng 4 số cuối của số định danh, hoặc hỏi bộ phận một cửa.',
    en: 'The code or the 4 digits are not right. Look at the receipt again; where the dossier has no phone, use the last 4 digits of the identity number, or ask at the desk.',
  },
  FOLLOW_ENDED: {
    kind: 'not-found',
    vi: 'Trang theo dõi đã đóng sau 30 phút. Hãy nhập lại mã hồ sơ và 4 số cuối.',
    en: 'The page was closed after 30 minutes. Enter the code and the 4 digits again.',
  },
  ANSWER_EMPTY: {
    kind: 'bad-input',
    vi: 'Hãy gửi ít nhất một tệp, hoặc ghi rõ đã bổ sung gì, rồi mới báo là đã bổ sung.',
    en: 'Send at least one file, or say what you have supplied, before you tell us that it is done.',
  },
} as const satisfies Record<string, ErrorEntry>;
