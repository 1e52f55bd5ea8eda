import type { ErrorEntry } from '../errors.ts';

/** The part of the catalogue that speaks of files of residents and of dossiers that are taken in. */
export const importErrors = {
  IMPORT_TOO_LARGE: {
    kind: 'bad-input',
    vi: 'Tệp lớn hơn {limit} MB. Hãy chia nhỏ tệp rồi nhập lại.',
    en: 'The file is larger than {limit} MB. Split it and import the parts.',
  },
  IMPORT_WRONG_TYPE: {
    kind: 'bad-input',
    vi: 'Đây không phải tệp Excel (.xlsx) hay CSV.',
    en: 'This is neither an Excel workbook (.xlsx) nor a CSV file.',
  },
  IMPORT_OLD_FORMAT: {
    kind: 'bad-input',
    vi: 'Tệp ở định dạng Excel cũ (.xls). Hãy mở bằng Excel và lưu lại thành .xlsx.',
    en: 'The file is in the old Excel format (.xls). Open it in Excel and save it as .xlsx.',
  },
  IMPORT_PASSWORD: {
    kind: 'bad-input',
    vi: 'Tệp được bảo vệ bằng mật khẩu. Hãy bỏ mật khẩu rồi tải lên lại.',
    en: 'The file is protected by a password. Remove the password and upload it again.',
  },
  IMPORT_BOMB: {
    kind: 'bad-input',
    vi: 'Tệp nén này giải nén ra lớn bất thường nên không được đọc.',
    en: 'This file unpacks to far more than it should and was not read.',
  },
  IMPORT_XML: {
    kind: 'bad-input',
    vi: 'Nội dung bên trong tệp Excel không hợp lệ hoặc không an toàn nên không được đọc.',
    en: 'The inside of this workbook is malformed or unsafe and was not read.',
  },
  IMPORT_BROKEN: {
    kind: 'bad-input',
    vi: 'Tệp bị hỏng hoặc không đọc được.',
    en: 'The file is damaged or cannot be read.',
  },
  IMPORT_EMPTY: { kind: 'bad-input', vi: 'Tệp không có dòng dữ liệu nào.', en: 'The file holds no rows.' },
  IMPORT_TOO_MANY_ROWS: {
    kind: 'bad-input',
    vi: 'Tệp có hơn {limit} dòng. Hãy chia nhỏ tệp.',
    en: 'The file has more than {limit} rows. Split it.',
  },
  IMPORT_TOO_MANY_COLUMNS: {
    kind: 'bad-input',
    vi: 'Có dữ liệu ở ngoài {limit} cột đầu tiên. Hãy xóa các cột thừa.',
    en: 'There is a value beyond the first {limit} columns. Delete the columns that do not belong.',
  },
  IMPORT_OLD_FONT: {
    kind: 'bad-input',
    vi: 'Tệp gõ lẫn nhiều phông chữ cũ (TCVN3, VNI) nên không chuyển mã chắc chắn được. Hãy chuyển sang Unicode rồi tải lên lại.',
    en: 'The file mixes old fonts (TCVN3, VNI) and cannot be converted for sure. Convert it to Unicode and upload it again.',
  },
  IMPORT_TOO_HEAVY: {
    kind: 'bad-input',
    vi: 'Đọc tệp này tốn quá nhiều bộ nhớ hoặc thời gian nên đã dừng lại.',
    en: 'Reading this file took too much memory or time and was stopped.',
  },
  IMPORT_MAPPING: { kind: 'bad-input', vi: 'Chưa chỉ rõ cột cho: {fields}.', en: 'No column is given for: {fields}.' },
  IMPORT_STATE: {
    kind: 'rejection',
    vi: 'Lần nhập này không ở trạng thái cho phép việc đó.',
    en: 'This import is not in a state that allows this.',
  },
  IMPORT_HAS_ERRORS: {
    kind: 'rejection',
    vi: 'Có {count} dòng lỗi. Hãy sửa, hoặc chọn bỏ qua các dòng lỗi.',
    en: '{count} rows have errors. Mend them, or choose to leave them out.',
  },
  IMPORT_FAILED: {
    kind: 'internal',
    vi: 'Việc nhập bị dừng do lỗi hệ thống. Những gì đã ghi được giữ nguyên; hãy chạy tiếp.',
    en: 'The import was stopped by a fault of the system. What was written stays; continue it.',
  },
} as const satisfies Record<string, ErrorEntry>;
