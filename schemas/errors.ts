import { dossierErrors } from './dossier-errors.ts';
import { publicErrors } from './public-errors.ts';
import { signingErrors } from './signing-errors.ts';
import { followErrors } from './follow-errors.ts';
import { ratingErrors } from './rating-errors.ts';

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
  CROSS_SITE: {
    kind: 'forbidden',
    vi: 'Yêu cầu này đến từ một trang khác nên bị từ chối.',
    en: 'This request came from another site and was refused.',
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
  UNIT_UNKNOWN: { kind: 'rejection', vi: 'Không có đơn vị {code}.', en: 'There is no unit {code}.' },
  UNIT_EXISTS: { kind: 'rejection', vi: 'Mã đơn vị {code} đã được dùng.', en: 'The unit code {code} is in use.' },
  UNIT_NOT_IN_WARD: {
    kind: 'rejection',
    vi: 'Đơn vị {code} không thuộc phường/xã này.',
    en: 'Unit {code} does not belong to this ward.',
  },
  UNIT_NOT_THERE_THEN: {
    kind: 'rejection',
    vi: 'Đơn vị {code} không tồn tại vào ngày {day}.',
    en: 'Unit {code} does not exist on {day}.',
  },
  UNIT_LEVEL_WRONG: {
    kind: 'rejection',
    vi: 'Đơn vị {code} không thể nằm dưới đơn vị cấp trên này.',
    en: 'Unit {code} cannot lie under that parent.',
  },
  UNIT_IN_OTHER_CHANGE: {
    kind: 'rejection',
    vi: 'Đơn vị {code} đang nằm trong một phương án điều chỉnh khác chưa có hiệu lực.',
    en: 'Unit {code} is part of another change that has not taken effect yet.',
  },
  CHANGE_ONE_KIND: {
    kind: 'bad-input',
    vi: 'Mỗi lần điều chỉnh chỉ gồm một việc: lập, đổi tên, nhập hoặc chia.',
    en: 'A change does exactly one thing: establish, rename, merge or split.',
  },
  CHANGE_TWO_UNITS: {
    kind: 'bad-input',
    vi: 'Nhập hoặc chia cần ít nhất hai đơn vị khác nhau.',
    en: 'A merger or split needs at least two different units.',
  },
  CHANGE_NOT_PLANNED: {
    kind: 'rejection',
    vi: 'Phương án này đã có hiệu lực, đã hủy hoặc không tồn tại.',
    en: 'This change has taken effect, was cancelled, or does not exist.',
  },
  CHANGE_NOT_DUE: {
    kind: 'rejection',
    vi: 'Phương án này có hiệu lực từ ngày {day}.',
    en: 'This change takes effect on {day}.',
  },
  ADDRESS_MISSING: { kind: 'bad-input', vi: 'Cần số nhà hoặc tên đường.', en: 'A house number or a street is needed.' },
  DWELLING_OTHER_WARD: {
    kind: 'rejection',
    vi: 'Nóc gia không thuộc phường/xã của khu phố này.',
    en: 'The dwelling does not lie in the ward of that neighbourhood.',
  },
  DWELLING_NOT_HERE: {
    kind: 'rejection',
    vi: 'Không có nóc gia này trong địa bàn của bạn. Hộ chuyển sang phường khác thì ghi từng người chuyển đi; phường đến ghi họ đến bằng số định danh.',
    en: 'There is no such dwelling in your area. When a household moves to another ward, record the departure of each person; the ward they come to records their arrival by id.',
  },
  DAY_BEFORE_REGISTERED: {
    kind: 'rejection',
    vi: 'Ngày này trước ngày dữ liệu bắt đầu ({day}).',
    en: 'This day lies before the data begin ({day}).',
  },
  DAY_BEFORE_BIRTH: { kind: 'rejection', vi: 'Ngày này trước ngày sinh.', en: 'This day lies before the birth.' },
  DAY_AFTER_DEATH: { kind: 'rejection', vi: 'Ngày này sau ngày mất.', en: 'This day lies after the death.' },
  DAY_BEFORE_FORMED: {
    kind: 'rejection',
    vi: 'Ngày này trước ngày lập hộ ({day}).',
    en: 'This day lies before the household was formed ({day}).',
  },
  DAY_BEFORE_SINCE: {
    kind: 'rejection',
    vi: 'Ngày này trước ngày bắt đầu cư trú ({day}).',
    en: 'This day lies before the residence began ({day}).',
  },
  DAY_BEFORE_LAST: {
    kind: 'rejection',
    vi: 'Ngày này trước một thay đổi đã ghi ({day}).',
    en: 'This day lies before a change already recorded ({day}).',
  },
  UNTIL_BEFORE_SINCE: {
    kind: 'bad-input',
    vi: 'Ngày hết hạn trước ngày bắt đầu.',
    en: 'The last day lies before the first.',
  },
  UNTIL_ONLY_TEMPORARY: {
    kind: 'bad-input',
    vi: 'Chỉ tạm trú mới có ngày hết hạn.',
    en: 'Only a temporary residence has a last day.',
  },
  HOUSEHOLD_UNKNOWN: {
    kind: 'rejection',
    vi: 'Không tìm thấy hộ này, hoặc hộ không thuộc phạm vi của bạn.',
    en: 'There is no such household, or not within your scope.',
  },
  HOUSEHOLD_DISSOLVED: {
    kind: 'rejection',
    vi: 'Hộ này đã chấm dứt từ ngày {day}.',
    en: 'This household was dissolved on {day}.',
  },
  MERGE_SAME: {
    kind: 'rejection',
    vi: 'Đây là cùng một hồ sơ. Hãy chọn hồ sơ thứ hai.',
    en: 'This is one and the same record. Choose the second one.',
  },
  MERGE_ALREADY: {
    kind: 'rejection',
    vi: 'Một trong hai hồ sơ đã được gộp vào người khác. Hãy mở lại trang và chọn lại.',
    en: 'One of the two records has been merged into another person already. Reload the page and choose again.',
  },
  MERGE_TWO_IDS: {
    kind: 'rejection',
    vi: 'Hai hồ sơ có hai số định danh khác nhau. Nếu đúng là một người, hãy đính chính số sai trước khi gộp.',
    en: 'The two records have different identity numbers. If they are one person, correct the wrong number before merging.',
  },
  MERGE_UNKNOWN: {
    kind: 'rejection',
    vi: 'Lần gộp này không còn hiệu lực. Hãy tải lại trang.',
    en: 'This merge no longer holds. Reload the page.',
  },
  UNMERGE_HOUSEHOLD_GONE: {
    kind: 'rejection',
    vi: 'Hộ cũ của một trong hai người đã chấm dứt. Hãy chuyển người này sang một hộ đang hoạt động rồi tách hồ sơ.',
    en: 'The former household of one of the two has been dissolved. Move the person to a household that exists, then undo the merge.',
  },
  HOUSEHOLD_NOT_EMPTY: {
    kind: 'rejection',
    vi: 'Hộ còn {count} người. Hãy chuyển họ đi trước.',
    en: 'The household still has {count} members. Move them first.',
  },
  HOUSEHOLD_HAS_HEAD: {
    kind: 'rejection',
    vi: 'Hộ đã có chủ hộ. Hãy dùng việc đổi chủ hộ.',
    en: 'The household has a head already. Use the change of head.',
  },
  HOUSEHOLD_EMPTY: {
    kind: 'rejection',
    vi: 'Hộ không còn ai. Hãy chấm dứt hộ thay vì nhập hộ.',
    en: 'Nobody lives in the household. Dissolve it instead.',
  },
  SPLIT_NOBODY: {
    kind: 'rejection',
    vi: 'Hãy chọn ít nhất một người tách ra.',
    en: 'Choose at least one member who goes.',
  },
  SPLIT_EVERYBODY: {
    kind: 'rejection',
    vi: 'Phải có ít nhất một người ở lại. Nếu cả hộ dời đi, hãy dùng việc chuyển nhà.',
    en: 'At least one member stays. If all of them go, move the household.',
  },
  SPLIT_HEAD_STAYS: {
    kind: 'rejection',
    vi: 'Chủ hộ là người đồng ý cho tách hộ nên ở lại (Luật Cư trú 2020, Điều 25). Nếu chủ hộ đi, hãy đổi chủ hộ trước.',
    en: 'The head agrees to the split and stays (Law on Residence 2020, Art. 25). If the head goes, change the head first.',
  },
  SPLIT_HEAD_NOT_CHOSEN: {
    kind: 'rejection',
    vi: 'Chủ hộ mới phải là một trong những người tách ra.',
    en: 'The new head is one of those who go.',
  },
  SPLIT_NEEDS_ADULT: {
    kind: 'rejection',
    vi: 'Trong những người tách ra phải có ít nhất một người đủ 18 tuổi (Luật Cư trú 2020, Điều 25).',
    en: 'At least one of those who go is 18 or older (Law on Residence 2020, Art. 25).',
  },
  JOIN_ITSELF: {
    kind: 'rejection',
    vi: 'Không thể nhập hộ vào chính nó. Hãy chọn một hộ khác.',
    en: 'A household cannot join itself. Choose another.',
  },
  JOIN_NEEDS_HEAD: {
    kind: 'rejection',
    vi: 'Hộ nhận người chưa có chủ hộ. Hãy đặt chủ hộ trước.',
    en: 'The household that takes them in has no head. Give it one first.',
  },
  STATUS_NOT_LISTED: {
    kind: 'rejection',
    vi: 'Diện này không có trong danh mục.',
    en: 'This status is not on the list.',
  },
  STATUS_HELD: {
    kind: 'rejection',
    vi: 'Đã có diện trùng thời gian, từ ngày {day}. Hãy kết thúc diện ấy trước hoặc chọn ngày khác.',
    en: 'A status from {day} covers the same time. End it first or choose another day.',
  },
  STATUS_UNKNOWN: { kind: 'rejection', vi: 'Không tìm thấy diện này.', en: 'There is no such status.' },
  STATUS_ENDED: {
    kind: 'rejection',
    vi: 'Diện này đã kết thúc từ ngày {day}.',
    en: 'This status ended on {day}.',
  },
  ALREADY_CONFIRMED: {
    kind: 'rejection',
    vi: 'Nóc gia này đã được xác nhận ngày {day}.',
    en: 'This dwelling was confirmed on {day} already.',
  },
  DAY_BEFORE_DWELLING: {
    kind: 'rejection',
    vi: 'Ngày này trước ngày ghi nhận nóc gia ({day}).',
    en: 'This day is before the dwelling was registered ({day}).',
  },
  HOUSEHOLD_SAME_DWELLING: {
    kind: 'rejection',
    vi: 'Hộ đang ở chính nóc gia này.',
    en: 'The household lives in this dwelling already.',
  },
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
  FIELD_REQUIRED: { kind: 'bad-input', vi: 'Ô này không được để trống.', en: 'This field cannot be empty.' },
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
  CLASH: {
    kind: 'conflict',
    vi: 'Ô này vừa được người khác sửa. Giá trị bạn nhập vẫn được giữ; hãy chọn giá trị đúng.',
    en: 'Somebody else has changed this field meanwhile. What you typed is kept; choose which is right.',
  },
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
