/**
 * The one catalogue of errors. `kind` says how it leaves: `rejection` by a rule (200 with a GraphQL error), `unauthenticated`,
 * `forbidden`, `not-found`, `conflict`, `bad-input`, `busy`, `internal`. Texts may use {placeholders}; never personal data.
 */
export type ErrorKind = 'rejection' | 'unauthenticated' | 'forbidden' | 'not-found' | 'conflict' | 'bad-input' | 'busy' | 'internal';

export interface ErrorEntry {
  kind: ErrorKind;
  vi: string;
  en: string;
}

function catalogue<const C extends Record<string, ErrorEntry>>(entries: C): C {
  return entries;
}

export const errors = catalogue({
  INTERNAL: { kind: 'internal', vi: 'Hệ thống gặp lỗi. Dữ liệu của bạn chưa bị thay đổi; hãy thử lại, nếu vẫn lỗi hãy báo quản trị viên mã {reference}.', en: 'Something went wrong. Nothing was changed; try again, and if it persists give the administrator the reference {reference}.' },
  UNAUTHENTICATED: { kind: 'unauthenticated', vi: 'Bạn cần đăng nhập.', en: 'Please sign in.' },
  FORBIDDEN: { kind: 'forbidden', vi: 'Vị trí công tác của bạn không được làm việc này.', en: 'Your position does not allow this.' },
  NOT_FOUND: { kind: 'not-found', vi: 'Không tìm thấy, hoặc không thuộc phạm vi của bạn.', en: 'Not found, or not within your scope.' },
  BAD_INPUT: { kind: 'bad-input', vi: 'Dữ liệu nhập chưa đúng: {detail}', en: 'The input is not right: {detail}' },
  CONFLICT: { kind: 'conflict', vi: 'Người khác vừa thay đổi dữ liệu này. Hãy xem lại rồi lưu lần nữa.', en: 'Somebody else has just changed this. Look again, then save once more.' },
  BUSY: { kind: 'busy', vi: 'Hệ thống đang bận, hãy thử lại sau giây lát.', en: 'The system is busy; try again in a moment.' },
  COMMAND_MISMATCH: { kind: 'bad-input', vi: 'Mã lệnh này đã dùng cho một nội dung khác. Hãy tải lại trang.', en: 'This command id was used for something else. Reload the page.' },
});

export type ErrorCode = keyof typeof errors;

/** A typed refusal: a code of the catalogue, the field it belongs to, and what fills the text's placeholders. */
export interface Rejection {
  code: ErrorCode;
  field?: string;
  params?: Record<string, string | number>;
}

/** The text of an error in the reader's language, placeholders filled. */
export function errorText(locale: 'vi' | 'en', { code, params = {} }: Rejection): string {
  return errors[code][locale].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
