import type { ImportIssueEntry } from './import-issues.ts';

const error = (vi: string, en: string): ImportIssueEntry => ({ severity: 'error', vi, en });
const warning = (vi: string, en: string): ImportIssueEntry => ({ severity: 'warning', vi, en });
const notice = (vi: string, en: string): ImportIssueEntry => ({ severity: 'notice', vi, en });

/**
 * What an import of dossiers can find: `error` = the dossier is not taken, with none of its steps, `warning` = taken as it stands and marked,
 * `notice` = told for the record. Nothing is mended in silence.
 */
export const dossierImportIssues = {
  code_missing: error('Dòng không có mã hồ sơ. Hãy bổ sung mã.', 'The row has no dossier code. Fill it in.'),
  code_too_long: error(
    'Mã hồ sơ dài quá 60 ký tự. Hãy kiểm tra cột mã.',
    'The code is longer than 60 characters. Check the column.',
  ),
  procedure_missing: error('Hồ sơ không có tên thủ tục. Hãy bổ sung.', 'The dossier names no procedure. Fill it in.'),
  procedures_differ: error(
    'Cùng một mã hồ sơ nhưng các dòng ghi thủ tục khác nhau. Hãy kiểm tra mã.',
    'Rows of one code name different procedures. Check the code.',
  ),
  received_missing: error(
    'Không có thời điểm tiếp nhận hay bắt đầu. Hãy bổ sung.',
    'It has no time of reception or beginning. Fill it in.',
  ),
  time_unreadable: error(
    'Không đọc được thời điểm. Hãy ghi theo dạng ngày/tháng/năm giờ:phút.',
    'The time cannot be read. Write it as day/month/year hour:minute.',
  ),
  day_month_unsure: error(
    'Cột này lẫn ngày/tháng và tháng/ngày: không biết đâu là ngày. Hãy xuất lại tệp theo một dạng.',
    'The column mixes day/month and month/day: which is the day cannot be known. Export the file in one form.',
  ),
  closed_before_opened: error(
    'Kết thúc trước khi tiếp nhận. Hãy kiểm tra hai thời điểm.',
    'It was closed before it was opened. Check both times.',
  ),
  step_ends_before_start: error(
    'Bước kết thúc trước khi bắt đầu. Hãy kiểm tra hai thời điểm.',
    'The step ends before it starts. Check both times.',
  ),
  in_future: error('Thời điểm ở tương lai. Hãy kiểm tra.', 'The time lies in the future. Check it.'),
  too_many_steps: error(
    'Hồ sơ có hơn 200 bước. Hãy kiểm tra cột mã.',
    'It has more than 200 steps. Check the column of codes.',
  ),
  code_in_use: error(
    'Mã này là của một hồ sơ đang được quản lý tại đây. Không nhập lại.',
    'The code is that of a dossier which is led here. It is not taken again.',
  ),
  course_differs: error(
    'Mã này đã được nhập với nội dung khác. Hãy đối chiếu; nếu lần trước sai, thu hồi lần nhập đó rồi nhập lại.',
    'The code was taken in before with another course. Compare them; if the earlier one was wrong, take that import back and import again.',
  ),
  still_open: notice(
    'Hồ sơ chưa kết thúc trong tệp nên chưa nhập. Khi xong, xuất lại và nhập tệp mới; hoặc tiếp nhận tại đây.',
    'The dossier has not ended in the file and is not taken yet. When it has, export and import again; or take it in here.',
  ),
  due_before_received: warning(
    'Hẹn trả trước khi tiếp nhận: giữ nguyên, không tính đúng hạn hay trễ hạn.',
    'Due before it was received: kept as it stands, judged neither in time nor late.',
  ),
  planned_before_start: warning('Hạn của bước trước khi bước bắt đầu.', 'The step is due before it starts.'),
  planned_unreadable: warning('Không đọc được hạn; để trống.', 'The deadline cannot be read and is left empty.'),
  step_before_received: warning('Bước bắt đầu trước khi tiếp nhận.', 'The step starts before the reception.'),
  step_after_end: warning('Bước còn kéo dài sau khi hồ sơ kết thúc.', 'The step goes on after the end of the dossier.'),
  steps_overlap: warning(
    'Bước bắt đầu khi bước trước chưa kết thúc.',
    'The step starts before the one before it has ended.',
  ),
  step_no_start: warning('Bước không có thời điểm bắt đầu.', 'The step has no beginning.'),
  step_no_end: warning('Bước không có thời điểm kết thúc.', 'The step has no end.'),
  step_twice: warning('Dòng lặp lại y hệt: chỉ ghi một lần.', 'The very same row again: kept once.'),
  values_differ: warning(
    'Các dòng của cùng hồ sơ ghi khác nhau: giữ giá trị ở dòng đầu.',
    'Rows of one dossier say different things: what the first says is kept.',
  ),
  code_from_above: warning(
    'Ô mã trống: hiểu là hồ sơ ở dòng trên.',
    'The cell of the code is empty: read as the dossier of the row above.',
  ),
  procedure_unknown: notice(
    'Danh mục của phường không có thủ tục này: giữ tên như trong tệp.',
    'The ward’s catalogue has no such procedure: the name is kept as in the file.',
  ),
  channel_unknown: warning('Không hiểu hình thức nộp; để trống.', 'The channel is not understood and left empty.'),
  outcome_unknown: warning(
    'Không hiểu tình trạng đã ghi; hồ sơ đã kết thúc nên coi là đã trả kết quả.',
    'The state is not understood; it has ended and counts as returned.',
  ),
  text_too_long: warning('Nội dung quá dài; chỉ giữ phần đầu.', 'The text is too long; its beginning is kept.'),
  day_only: notice('Chỉ có ngày, không có giờ.', 'Only the day is given, no time.'),
  month_first: notice('Cột ghi tháng trước ngày.', 'The column writes the month before the day.'),
  line_heading: notice('Dòng tiêu đề lặp lại hoặc đánh số cột.', 'Headings once more, or numbers of columns.'),
  line_closing: notice('Dòng tiêu đề, tổng cộng hoặc ký tên.', 'A title, a sum or a signature.'),
} satisfies Record<string, ImportIssueEntry>;

export type DossierImportIssueCode = keyof typeof dossierImportIssues;

/** Entries by code, for reading over all of them. */
export const dossierImportIssueEntries: Readonly<Record<DossierImportIssueCode, ImportIssueEntry>> =
  dossierImportIssues;
