import { accountErrors } from './errors/account.ts';
import { territoryErrors } from './errors/territory.ts';
import { householdErrors } from './errors/household.ts';
import { citizenErrors } from './errors/citizen.ts';
import { importErrors } from './errors/import.ts';
import { dossierErrors } from './errors/dossier.ts';
import { publicErrors } from './errors/public.ts';
import { signingErrors } from './errors/signing.ts';
import { followErrors } from './errors/follow.ts';
import { ratingErrors } from './errors/rating.ts';

/**
 * The one catalogue of errors. `kind` says how it leaves: `rejection` by a rule (200 with a GraphQL error), `unauthenticated`,
 * `forbidden`, `not-found`, `conflict`, `bad-input`, `busy`, `full` (no room left on the server), `internal`. Texts may use {placeholders}; never personal data.
 */
export type ErrorKind =
  'rejection' | 'unauthenticated' | 'forbidden' | 'not-found' | 'conflict' | 'bad-input' | 'busy' | 'full' | 'internal';

export interface ErrorEntry {
  kind: ErrorKind;
  vi: string;
  en: string;
}

function catalogue<const C extends Record<string, ErrorEntry>>(entries: C): C {
  return entries;
}

export const errors = catalogue({
  INTERNAL: {
    kind: 'internal',
    vi: 'Hệ thống gặp lỗi. Dữ liệu của bạn chưa bị thay đổi; hãy thử lại, nếu vẫn lỗi hãy báo quản trị viên mã {reference}.',
    en: 'Something went wrong. Nothing was changed; try again, and if it persists give the administrator the reference {reference}.',
  },
  UNAUTHENTICATED: { kind: 'unauthenticated', vi: 'Bạn cần đăng nhập.', en: 'Please sign in.' },
  FORBIDDEN: {
    kind: 'forbidden',
    vi: 'Vị trí công tác của bạn không được làm việc này.',
    en: 'Your position does not allow this.',
  },
  NOT_FOUND: {
    kind: 'not-found',
    vi: 'Không tìm thấy, hoặc không thuộc phạm vi của bạn.',
    en: 'Not found, or not within your scope.',
  },
  EXPORT_TOO_LARGE: {
    kind: 'bad-input',
    vi: 'Danh sách dài hơn {rows} dòng, không xuất được thành một tệp. Hãy xuất từng khu phố, hoặc chọn con số hẹp hơn (giới tính, độ tuổi) rồi xuất danh sách của con số ấy.',
    en: 'The list is longer than {rows} rows and cannot be one file. Take it neighbourhood by neighbourhood, or open a narrower figure (sex, ages) and take the list behind that.',
  },
  BAD_INPUT: { kind: 'bad-input', vi: 'Dữ liệu nhập chưa đúng: {detail}', en: 'The input is not right: {detail}' },
  CONFLICT: {
    kind: 'conflict',
    vi: 'Người khác vừa thay đổi dữ liệu này. Hãy xem lại rồi lưu lần nữa.',
    en: 'Somebody else has just changed this. Look again, then save once more.',
  },
  BUSY: {
    kind: 'busy',
    vi: 'Hệ thống đang bận, hãy thử lại sau giây lát.',
    en: 'The system is busy; try again in a moment.',
  },
  SETUP_DONE: {
    kind: 'rejection',
    vi: 'Hệ thống đã được thiết lập; hãy đăng nhập.',
    en: 'This installation is set up already; please sign in.',
  },
  SETUP_TOKEN: {
    kind: 'rejection',
    vi: 'Mã thiết lập không đúng. Mã được in trên màn hình của máy chủ khi khởi động.',
    en: 'That set-up code is wrong. The server prints it on its terminal at start.',
  },
  PASSWORD_CHANGE_NEEDED: {
    kind: 'forbidden',
    vi: 'Hãy đổi mật khẩu dùng một lần trước khi làm việc.',
    en: 'Change the one-time password before going on.',
  },
  COMMAND_MISMATCH: {
    kind: 'bad-input',
    vi: 'Mã lệnh này đã dùng cho một nội dung khác. Hãy tải lại trang.',
    en: 'This command id was used for something else. Reload the page.',
  },
  CROSS_SITE: {
    kind: 'forbidden',
    vi: 'Yêu cầu này đến từ một trang khác nên bị từ chối.',
    en: 'This request came from another site and was refused.',
  },
  FIELD_INVALID: {
    kind: 'bad-input',
    vi: 'Giá trị ở ô này không hợp lệ.',
    en: 'The value in this field is not valid.',
  },
  NOTHING_CHANGED: { kind: 'rejection', vi: 'Không có gì thay đổi để lưu.', en: 'There is nothing changed to save.' },
  DAY_IN_FUTURE: {
    kind: 'rejection',
    vi: 'Ngày này chưa tới. Chỉ ghi việc đã xảy ra.',
    en: 'This day has not come yet. Only what has happened is recorded.',
  },
  CATALOGUE_FILE: {
    kind: 'bad-input',
    vi: 'Không đọc được tệp danh mục thủ tục: phải là CSV, mã hóa UTF-8, có dòng tiêu đề và ít nhất một thủ tục.',
    en: 'The catalogue of procedures cannot be read: it must be CSV in UTF-8 with a heading and at least one procedure.',
  },
  CATALOGUE_COLUMNS: {
    kind: 'bad-input',
    vi: 'Tệp danh mục thủ tục thiếu cột: {columns}.',
    en: 'The catalogue of procedures lacks columns: {columns}.',
  },
  FIELD_REQUIRED: { kind: 'bad-input', vi: 'Ô này không được để trống.', en: 'This field cannot be empty.' },
  CLASH: {
    kind: 'conflict',
    vi: 'Ô này vừa được người khác sửa. Giá trị bạn nhập vẫn được giữ; hãy chọn giá trị đúng.',
    en: 'Somebody else has changed this field meanwhile. What you typed is kept; choose which is right.',
  },
  ...accountErrors,
  ...territoryErrors,
  ...householdErrors,
  ...citizenErrors,
  ...importErrors,
  ...dossierErrors,
  ...publicErrors,
  ...signingErrors,
  ...followErrors,
  ...ratingErrors,
});

export type ErrorCode = keyof typeof errors;

const statuses: Readonly<Record<ErrorKind, number>> = {
  rejection: 409,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'bad-input': 400,
  busy: 503,
  full: 507,
  internal: 500,
};

/** The HTTP status with which a plain route answers an error. */
export function errorStatus(code: ErrorCode): number {
  return statuses[errors[code].kind];
}

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

/** A rejection on its way out of a resolver: throw this, and the API answers with its code and its text in the reader's language. */
export class RejectionError extends Error {
  readonly rejection: Rejection;
  /** Further facts for the page, already narrowed to what the reader may see (e.g. the other value of a clash). */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(rejection: Rejection, details: Readonly<Record<string, unknown>> = {}) {
    super(rejection.code);
    this.name = 'RejectionError';
    this.rejection = rejection;
    this.details = details;
  }
}
