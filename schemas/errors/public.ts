import type { ErrorEntry } from '../errors.ts';

/** The part of the catalogue that people without an account meet: limits, robots, uploads. */
export const publicErrors = {
  PUBLIC_LIMIT: {
    kind: 'busy',
    vi: 'Từ mạng của bạn đã gửi quá nhiều trong một giờ. Những gì đã nhập vẫn còn; hãy thử lại sau {minutes} phút, hoặc đến bộ phận một cửa.',
    en: 'Too much has been sent from your network within an hour. What you typed is kept; try again in {minutes} minutes, or come to the desk.',
  },
  PUBLIC_FORM_UNKNOWN: {
    kind: 'bad-input',
    vi: 'Trang này không còn khớp với hồ sơ. Những gì đã nhập vẫn còn; hãy bấm gửi lại lần nữa.',
    en: 'This page no longer belongs to the dossier. What you typed is kept; press send once more.',
  },
  PUBLIC_FORM_OLD: {
    kind: 'bad-input',
    vi: 'Trang đã mở quá lâu. Những gì đã nhập vẫn còn; hãy xem lại rồi bấm gửi lần nữa.',
    en: 'The page has been open for too long. What you typed is kept; look it over and press send once more.',
  },
  PUBLIC_TOO_FAST: {
    kind: 'bad-input',
    vi: 'Tờ khai được gửi nhanh hơn một người có thể điền. Hãy đợi vài giây rồi bấm gửi lại.',
    en: 'The form came back faster than a person can fill it in. Wait a few seconds and press send again.',
  },
  PUBLIC_TRAP: {
    kind: 'bad-input',
    vi: 'Ô “{label}” phải để trống; trình duyệt có thể đã tự điền. Hãy xóa ô ấy rồi gửi lại.',
    en: 'The field “{label}” must stay empty; your browser may have filled it in. Clear it and send again.',
  },
  PUBLIC_QUESTION: {
    kind: 'bad-input',
    vi: 'Từ mạng này vừa gửi nhiều hồ sơ. Để biết bạn không phải là máy, hãy trả lời: {question}',
    en: 'Many dossiers have just come from this network. To show that you are no machine, please answer: {question}',
  },
  CONTACT_NEEDED: {
    kind: 'bad-input',
    vi: 'Cần số điện thoại của người nộp: bốn số cuối dùng để tra cứu hồ sơ.',
    en: 'The phone of who hands in is needed: its last four digits open the dossier’s page.',
  },
  UPLOAD_CLOSED: {
    kind: 'rejection',
    vi: 'Hồ sơ này không còn nhận thêm giấy tờ.',
    en: 'This dossier takes no more papers.',
  },
  UPLOAD_TOKEN: {
    kind: 'forbidden',
    vi: 'Quyền gửi giấy tờ đã hết hạn. Những gì đã nhập vẫn còn; hãy tải lại trang (hoặc mở lại trang tra cứu) rồi gửi tiếp.',
    en: 'The right to send papers has run out. What you typed is kept; reload the page (or open the dossier’s page again) and go on.',
  },
  UPLOADS_FULL: {
    kind: 'rejection',
    vi: 'Mỗi lần gửi tối đa {files} tệp, tất cả không quá {megabytes} MB. Hãy bỏ bớt, hoặc mang bản giấy đến bộ phận một cửa.',
    en: 'At most {files} files of {megabytes} MB in all can be sent at once. Take some out, or bring the paper to the desk.',
  },
  FILE_ACTIVE: {
    kind: 'bad-input',
    vi: 'Tệp PDF này chứa chương trình, tệp đính kèm hoặc tự chạy khi mở nên không nhận. Hãy in ra PDF lại, hoặc chụp ảnh tờ giấy.',
    en: 'This PDF holds a program, other files, or acts when it is opened, so it is not taken. Print it to PDF again, or photograph the paper.',
  },
  FILE_LOCKED: {
    kind: 'bad-input',
    vi: 'Tệp PDF này bị khóa hoặc không đọc được nên không kiểm tra được. Hãy bỏ mật khẩu, hoặc chụp ảnh tờ giấy.',
    en: 'This PDF is locked or cannot be read, so it cannot be checked. Take its password off, or photograph the paper.',
  },
  FILE_HARMFUL: {
    kind: 'bad-input',
    vi: 'Phần mềm kiểm tra thấy tệp này có mã độc nên không nhận. Hãy chụp ảnh tờ giấy rồi gửi lại.',
    en: 'The scanner found something harmful in this file, so it is not taken. Photograph the paper and send that.',
  },
} as const satisfies Record<string, ErrorEntry>;
