/**
 * What an import can find in a row: `error` = the row is not taken, `warning` = taken and to be looked into, `notice` = told for
 * the record. Texts say what is meant and what to mend; the report and the pages read them here.
 */
export type IssueSeverity = 'error' | 'warning' | 'notice';

export interface ImportIssueEntry {
  severity: IssueSeverity;
  vi: string;
  en: string;
}

const error = (vi: string, en: string): ImportIssueEntry => ({ severity: 'error', vi, en });
const warning = (vi: string, en: string): ImportIssueEntry => ({ severity: 'warning', vi, en });
const notice = (vi: string, en: string): ImportIssueEntry => ({ severity: 'notice', vi, en });

export const importIssues = {
  name_missing: error('Không có họ tên. Hãy bổ sung họ tên.', 'No name. Fill in the name.'),
  name_refused: error(
    'Họ tên quá dài hoặc có ký tự không hợp lệ. Hãy sửa lại.',
    'The name is too long or has characters that are not allowed. Mend it.',
  ),
  source_key_duplicate: error(
    'Mã nhân khẩu này đã có ở dòng khác trong tệp. Hãy kiểm tra hai dòng.',
    'Another row of the file has the same person code. Compare the two.',
  ),
  duplicate_row: error(
    'Người này đã có ở dòng khác của cùng hộ. Hãy xóa dòng thừa.',
    'This person stands in another row of the same household. Delete one.',
  ),
  id_duplicate: error(
    'Số định danh này đã có ở dòng khác trong tệp. Hãy kiểm tra hai người.',
    'Another row of the file has the same identity number. Compare the two.',
  ),
  id_taken: error(
    'Số định danh này đã được sử dụng cho người khác. Hãy kiểm tra lại; nếu cần, hỏi quản trị viên.',
    'This identity number is already in use for somebody else. Check it; if need be, ask the administrator.',
  ),
  household_gone: error(
    'Hộ này đã giải thể hoặc chuyển khỏi phường trong lúc nhập. Hãy kiểm tra rồi nhập lại.',
    'The household was dissolved or moved away while the import ran. Check it and import the row again.',
  ),
  ambiguous: error(
    'Trong sổ có nhiều người khớp với dòng này. Hãy bổ sung số định danh hoặc ngày sinh.',
    'Several people of the register fit this row. Add the identity number or the birth date.',
  ),
  name_incomplete: warning('Họ tên chưa đủ (thiếu họ hoặc tên).', 'Part of the name is missing.'),
  sex_missing: warning('Không có giới tính.', 'No sex is given.'),
  sex_unknown: warning('Không hiểu giới tính đã ghi.', 'The sex given is not understood.'),
  birth_missing: warning('Không có ngày sinh.', 'No birth date is given.'),
  birth_incomplete: warning(
    'Ngày sinh không đầy đủ; chỉ ghi nhận phần đã biết.',
    'The birth date is incomplete; only what is known is recorded.',
  ),
  birth_no_year: warning(
    'Ngày sinh không có năm nên không ghi nhận được.',
    'The birth date has no year and cannot be recorded.',
  ),
  birth_impossible: warning(
    'Ngày sinh không có thật; chỉ ghi nhận năm.',
    'The birth date does not exist; only the year is recorded.',
  ),
  birth_unreadable: warning('Không đọc được ngày sinh.', 'The birth date cannot be read.'),
  birth_two_digit_year: warning(
    'Năm sinh chỉ có hai chữ số; hãy kiểm tra thế kỷ.',
    'The birth year has two digits only; check the century.',
  ),
  birth_swapped: warning(
    'Ngày và tháng sinh bị đảo; đã đổi lại.',
    'Day and month of birth were swapped and have been turned round.',
  ),
  birth_future: warning(
    'Ngày sinh ở tương lai nên không ghi nhận.',
    'The birth date lies in the future and is not recorded.',
  ),
  birth_too_old: warning(
    'Theo ngày sinh, người này trên 120 tuổi.',
    'By the birth date this person is over 120 years old.',
  ),
  id_invalid: warning(
    'Số định danh không đủ 12 chữ số hoặc sai mã tỉnh; chưa ghi nhận.',
    'The identity number is not 12 digits with a known province code; it is not recorded as one.',
  ),
  id_padded: warning(
    'Số định danh bị mất số 0 ở đầu; đã thêm lại.',
    'The identity number had lost its leading zeros; they were put back.',
  ),
  id_sex_mismatch: warning(
    'Giới tính không khớp với số định danh.',
    'The sex does not agree with the identity number.',
  ),
  id_birth_mismatch: warning(
    'Năm sinh không khớp với số định danh.',
    'The birth year does not agree with the identity number.',
  ),
  phone_invalid: warning(
    'Số điện thoại không đúng; giữ trong cột gốc.',
    'The telephone number is not one; it is kept with the original columns.',
  ),
  value_refused: warning(
    'Giá trị quá dài hoặc có ký tự không hợp lệ; chưa ghi nhận.',
    'The value is too long or has characters that are not allowed; it is not recorded.',
  ),
  cell_error: warning('Ô Excel báo lỗi, không có giá trị.', 'The cell holds an Excel error instead of a value.'),
  relation_missing: warning('Không có quan hệ với chủ hộ.', 'No relation to the head of household is given.'),
  relation_code: warning(
    'Quan hệ với chủ hộ ghi bằng số; hãy chọn mỗi số là quan hệ gì.',
    'The relation to the head of household is a number; choose what each number stands for.',
  ),
  relation_unknown: warning(
    'Không hiểu quan hệ với chủ hộ đã ghi.',
    'The relation to the head of household is not understood.',
  ),
  household_no_head: warning('Hộ chưa có chủ hộ.', 'The household has no head.'),
  several_heads: warning(
    'Hộ có hơn một chủ hộ; chỉ người đầu tiên được ghi là chủ hộ.',
    'The household has more than one head; only the first is recorded as head.',
  ),
  household_missing: warning(
    'Không rõ thuộc hộ nào; lập thành một hộ riêng.',
    'It is not clear to which household this person belongs; one of their own is made.',
  ),
  household_two_addresses: warning(
    'Một hộ có nhiều địa chỉ; lấy địa chỉ đầu tiên.',
    'The household has several addresses; the first is taken.',
  ),
  address_missing: warning('Không có địa chỉ.', 'No address is given.'),
  neighbourhood_unknown: warning(
    'Không có khu phố này trong phường; nóc gia chờ xếp khu phố.',
    'The ward has no such neighbourhood; the dwelling is not placed yet.',
  ),
  neighbourhood_missing: warning(
    'Không ghi khu phố; nóc gia chờ xếp khu phố.',
    'No neighbourhood is given; the dwelling is not placed yet.',
  ),
  residence_kind_unknown: warning(
    'Không hiểu loại cư trú đã ghi; lấy là thường trú.',
    'The kind of residence is not understood; permanent is taken.',
  ),
  value_lost: error(
    'Không ghi được dòng này vì có giá trị không hợp lệ.',
    'The row could not be written because a value is not allowed.',
  ),
  since_before_birth: warning(
    'Ngày bắt đầu cư trú trước ngày sinh; lấy ngày sinh.',
    'The residence begins before the birth; the day of birth is taken.',
  ),
  since_unreadable: warning(
    'Không đọc được ngày bắt đầu cư trú; lấy ngày nhập.',
    'The first day of residence cannot be read; the day of the import is taken.',
  ),
  until_unreadable: warning(
    'Không đọc được thời hạn tạm trú.',
    'The last day of the temporary residence cannot be read.',
  ),
  possible_duplicate: warning(
    'Một người khác trong tệp trùng họ tên và ngày sinh.',
    'Another person of the file has the same name and birth date.',
  ),
  similar_in_register: warning(
    'Trong sổ đã có người trùng họ tên và ngày sinh ở hộ khác.',
    'The register has a person of the same name and birth date in another household.',
  ),
  differs: warning(
    'Người này đã có trong sổ với thông tin khác; chưa ghi đè.',
    'This person is in the register with other details; nothing was overwritten.',
  ),
  line_numbering: notice('Dòng đánh số cột, không phải người.', 'The line numbers the columns; it is no person.'),
  line_heading: notice('Dòng tiêu đề lặp lại, không phải người.', 'The headings once more; the line is no person.'),
  line_section: notice(
    'Dòng tiêu đề giữa bảng (khu phố, hộ …), không phải người.',
    'A title between the rows (neighbourhood, household …); the line is no person.',
  ),
  line_closing: notice('Dòng tổng cộng hoặc ký tên, không phải người.', 'A sum or a signature; the line is no person.'),
  household_head_not_given: notice(
    'Tệp không có cột quan hệ: hộ chưa có chủ hộ.',
    'The file has no column of relations: the household has no head yet.',
  ),
  neighbourhood_not_given: notice(
    'Tệp không có cột khu phố: nóc gia chờ xếp khu phố.',
    'The file has no column of neighbourhoods: the dwelling is not placed yet.',
  ),
  since_estimated: notice(
    'Không có ngày bắt đầu cư trú: lấy ngày nhập (ước tính).',
    'No first day of residence is given: the day of the import stands for it (estimated).',
  ),
} satisfies Record<string, ImportIssueEntry>;

export type ImportIssueCode = keyof typeof importIssues;

/** Entries by code, for reading over all of them. */
export const importIssueEntries: Readonly<Record<ImportIssueCode, ImportIssueEntry>> = importIssues;
