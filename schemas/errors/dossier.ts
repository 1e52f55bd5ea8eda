import type { ErrorEntry } from '../errors.ts';

/** The part of the catalogue that speaks of procedures, dossiers, numbers and fees. */
export const dossierErrors = {
  PROCEDURE_UNKNOWN: {
    kind: 'not-found',
    vi: 'Không có thủ tục này trong danh mục của phường.',
    en: 'This procedure is not in the ward’s catalogue.',
  },
  PROCEDURE_ENDED: {
    kind: 'rejection',
    vi: 'Thủ tục này đã thôi tiếp nhận từ ngày {day}.',
    en: 'This procedure has not been taken since {day}.',
  },
  PROCEDURE_NOT_IN_FORCE: {
    kind: 'rejection',
    vi: 'Ngày {day} thủ tục này không có hiệu lực. Hãy công bố phiên bản có hiệu lực trước khi tiếp nhận.',
    en: 'This procedure is not in force on {day}. Publish a version that is before taking dossiers.',
  },
  PROCEDURE_NOT_OURS: {
    kind: 'rejection',
    vi: 'Thủ tục này thuộc thẩm quyền cơ quan khác; hướng dẫn người dân nộp tại cơ quan đó.',
    en: 'This procedure belongs to another authority; show the citizen where to hand it in.',
  },
  PROCEDURE_NOT_ONLINE: {
    kind: 'rejection',
    vi: 'Thủ tục này chưa nhận hồ sơ trực tuyến. Hãy nộp tại bộ phận một cửa hoặc qua bưu chính.',
    en: 'This procedure is not taken online yet. Hand it in at the desk or by post.',
  },
  ONE_STOP_NOT_SET: {
    kind: 'rejection',
    vi: 'Phường chưa thiết lập bộ phận một cửa (mã cơ quan, tên, giờ làm việc). Quản trị viên vào Quản trị → Một cửa để thiết lập.',
    en: 'The ward’s one-stop desk is not set up (agency code, name, hours). An administrator does so under Administration → One-stop desk.',
  },
  CALENDAR_DAY: {
    kind: 'bad-input',
    vi: 'Ngày {day} ghi hai lần hoặc không thuộc năm {year}.',
    en: '{day} stands twice, or does not lie in {year}.',
  },
  DOSSIER_UNKNOWN: {
    kind: 'not-found',
    vi: 'Không tìm thấy hồ sơ, hoặc hồ sơ không thuộc phạm vi của bạn.',
    en: 'The dossier was not found, or is not within your scope.',
  },
  DOSSIER_CHANGED: {
    kind: 'conflict',
    vi: 'Người khác vừa xử lý hồ sơ này. Hãy xem việc vừa làm rồi tiếp tục.',
    en: 'Somebody else has just worked on this dossier. See what was done, then go on.',
  },
  DOSSIER_SENT: {
    kind: 'rejection',
    vi: 'Hồ sơ này đã được gửi; không gửi thêm lần nữa.',
    en: 'This dossier has been sent already; it is not sent twice.',
  },
  DOSSIER_STATE: {
    kind: 'rejection',
    vi: 'Ở trạng thái hiện nay của hồ sơ, việc này không làm được. Hãy tải lại trang để xem trạng thái mới.',
    en: 'In its present state this cannot be done with the dossier. Reload the page to see where it stands.',
  },
  DOSSIER_NOT_APPROVED: {
    kind: 'rejection',
    vi: 'Kết quả chưa được phê duyệt. Hãy chuyển đến bước phê duyệt trước.',
    en: 'The result has not been approved. Hand the dossier on to the step of approval first.',
  },
  DOSSIER_WITHOUT_TERM: {
    kind: 'rejection',
    vi: 'Thủ tục này không ghi thời hạn nên không có ngày hẹn để gia hạn.',
    en: 'This procedure has no term, so there is no day to put off.',
  },
  DOSSIER_WRITTEN: {
    kind: 'rejection',
    vi: 'Kết quả đã ghi vào sổ dân cư nên hồ sơ không mở lại được. Hãy đính chính ở trang của người hoặc hộ đã ghi, hoặc nhận hồ sơ cải chính mới.',
    en: 'The result stands in the register, so the dossier is not opened again. Correct it on the page of that person or household, or take a new dossier of correction.',
  },
  REGISTER_NOTHING: {
    kind: 'rejection',
    vi: 'Kết quả của thủ tục này không ghi vào sổ dân cư.',
    en: 'The result of this procedure does not go into the register.',
  },
  REGISTER_WRITTEN: {
    kind: 'conflict',
    vi: 'Kết quả của hồ sơ này đã ghi vào sổ dân cư. Nếu ghi sai, hãy đính chính ở trang của người hoặc hộ đó.',
    en: 'The result of this dossier stands in the register already. If it is wrong, correct it on the page of that person or household.',
  },
  REGISTER_OTHER: {
    kind: 'bad-input',
    vi: 'Việc này không phải là việc mà hồ sơ đã giải quyết. Hãy mở lại trang ghi sổ từ hồ sơ.',
    en: 'This is not what the dossier settled. Open the page for the register from the dossier again.',
  },
  DUE_NOT_LATER: {
    kind: 'bad-input',
    vi: 'Ngày hẹn mới phải sau ngày hẹn cũ và sau lúc này.',
    en: 'The new day must lie after the old one and after now.',
  },
  STEP_NOT_YOURS: {
    kind: 'forbidden',
    vi: 'Bước “{step}” thuộc vị trí công tác khác.',
    en: 'The step “{step}” belongs to another position.',
  },
  STEP_UNKNOWN: {
    kind: 'bad-input',
    vi: 'Quy trình của thủ tục không có bước này.',
    en: 'The procedure has no such step.',
  },
  STEP_KIND: {
    kind: 'rejection',
    vi: 'Bước “{step}” không phải bước phê duyệt.',
    en: 'The step “{step}” is not one of approval.',
  },
  ASSIGNEE_NOT_FIT: {
    kind: 'bad-input',
    vi: 'Người này hôm nay không giữ vị trí công tác làm được bước này.',
    en: 'This person holds no position today that does this step.',
  },
  NOTHING_AWAITED: {
    kind: 'rejection',
    vi: 'Hồ sơ không chờ bổ sung giấy tờ nào.',
    en: 'The dossier is not waiting for any papers.',
  },
  NOTHING_TO_PAY: { kind: 'rejection', vi: 'Không có khoản nào phải thu.', en: 'There is nothing to pay.' },
  FEE_NOT_IN_FORCE: {
    kind: 'bad-input',
    vi: 'Khoản phí hoặc diện giảm này không áp dụng hôm nay cho cách nộp này.',
    en: 'This fee or discount does not hold today for this way of handing in.',
  },
  FEES_UNKNOWN: { kind: 'not-found', vi: 'Không có khoản phải thu này.', en: 'There is no such request for payment.' },
  FEES_PAID: { kind: 'rejection', vi: 'Khoản này đã thu.', en: 'This has been paid already.' },
  FEES_DUE: {
    kind: 'rejection',
    vi: 'Còn {amount} đồng chưa thu. Hãy thu trước khi trả kết quả.',
    en: '{amount} đồng are still to be paid, before the result is returned.',
  },
  FILE_UNKNOWN: { kind: 'not-found', vi: 'Hồ sơ không có tệp này.', en: 'The dossier has no such file.' },
  PAPER_NOT_YET: {
    kind: 'rejection',
    vi: 'Hồ sơ chưa đến bước có giấy này nên chưa in được.',
    en: 'The dossier has not come to the step that this paper is about.',
  },
  PAPER_UNKNOWN: { kind: 'not-found', vi: 'Không có giấy này.', en: 'There is no such paper.' },
  FILE_TYPE: {
    kind: 'bad-input',
    vi: 'Chỉ nhận tệp PDF hoặc ảnh JPEG, PNG, WebP, HEIC. Tệp này không phải loại nào trong số đó (xét theo nội dung, không theo tên).',
    en: 'Only PDF files and JPEG, PNG, WebP or HEIC pictures are taken. By its contents this file is none of them.',
  },
  FILE_DAMAGED: {
    kind: 'bad-input',
    vi: 'Tệp này bị hỏng hoặc tải lên chưa hết. Hãy quét hoặc chụp lại.',
    en: 'This file is damaged or did not arrive whole. Scan or photograph it again.',
  },
  FILE_TOO_LARGE: {
    kind: 'bad-input',
    vi: 'Tệp lớn hơn {limit} MB. Hãy quét ở độ phân giải thấp hơn (200–300 dpi) hoặc tách thành nhiều tệp.',
    en: 'The file is larger than {limit} MB. Scan it at a lower resolution (200–300 dpi), or as several files.',
  },
  FILE_PIXELS: {
    kind: 'bad-input',
    vi: 'Ảnh lớn hơn {limit} triệu điểm ảnh. Hãy chụp hoặc quét ở độ phân giải thấp hơn.',
    en: 'The picture has more than {limit} million pixels. Take or scan it at a lower resolution.',
  },
  FILES_FULL: {
    kind: 'rejection',
    vi: 'Hồ sơ đã có {limit} tệp. Hãy bỏ riêng tệp thừa trước khi thêm.',
    en: 'The dossier has {limit} files already. Set aside those that are not needed before adding more.',
  },
  STORAGE_FULL: {
    kind: 'full',
    vi: 'Ổ đĩa lưu tệp của máy chủ đã đầy. Tệp chưa được lưu, hồ sơ không thay đổi; hãy báo quản trị viên rồi gửi lại.',
    en: 'The server has no room left for files. Nothing was stored and the dossier is unchanged; tell the administrator, then send it again.',
  },
  STORAGE_AWAY: {
    kind: 'busy',
    vi: 'Kho lưu tệp đang không truy cập được. Hồ sơ không thay đổi; hãy thử lại sau ít phút.',
    en: 'The store of files cannot be reached. The dossier is unchanged; try again in a few minutes.',
  },
  UPLOAD_NO_ROOM: {
    kind: 'full',
    vi: 'Kho tệp của phường đang đầy. Tệp này chưa được nhận, điều bạn đã nhập vẫn còn; hãy gửi lại sau ít giờ, hoặc mang giấy tờ đến bộ phận một cửa.',
    en: 'The ward has no room for files just now. This file was not taken, what you entered is still there; send it again in a few hours, or bring the paper to the one-stop desk.',
  },
  UPLOAD_STORE_AWAY: {
    kind: 'busy',
    vi: 'Kho tệp của phường đang gián đoạn. Tệp này chưa được nhận, điều bạn đã nhập vẫn còn; hãy gửi lại sau ít phút.',
    en: 'The ward’s store of files is interrupted. This file was not taken, what you entered is still there; send it again in a few minutes.',
  },
  NUMBER_GIVEN_OUT: {
    kind: 'rejection',
    vi: 'Các số trước {next} đã cấp; sổ chỉ tiếp tục từ {next} trở đi.',
    en: 'Numbers before {next} have been given out; the series goes on from {next}.',
  },
  NUMBER_VOIDED: { kind: 'rejection', vi: 'Số này đã hủy.', en: 'This number has been voided already.' },
  NUMBER_NOT_NEXT: {
    kind: 'rejection',
    vi: 'Chỉ hủy được số đã cấp, hoặc số kế tiếp ({next}).',
    en: 'Only a number that was given out, or the next one ({next}), can be voided.',
  },
  REGISTER_TOO_LONG: {
    kind: 'bad-input',
    vi: 'Kỳ này có hơn {rows} hồ sơ nên không in thành một tệp PDF. Hãy chọn kỳ ngắn hơn, hoặc lấy tệp Excel.',
    en: 'This period has more than {rows} dossiers, too many for one PDF. Choose a shorter one, or take the workbook.',
  },
} as const satisfies Record<string, ErrorEntry>;
