import type {
  DossierChannel,
  DossierPace,
  DossierStatus,
  ExtensionCause,
  FeePer,
  OnlineLevel,
  PaperForm,
  PaperSource,
  PaperStage,
  PartyKind,
  PaymentMethod,
  ReturnBy,
  SettlementKind,
  TermUnit,
} from '#lib/api/generated.ts';

const status: Record<DossierStatus, string> = {
  submitted: 'Mới đăng ký',
  accepted: 'Được tiếp nhận',
  declined: 'Không được tiếp nhận',
  processing: 'Đang xử lý',
  awaiting_papers: 'Yêu cầu bổ sung giấy tờ',
  awaiting_fees: 'Yêu cầu thực hiện nghĩa vụ tài chính',
  withdrawn: 'Công dân yêu cầu rút hồ sơ',
  stopped: 'Dừng xử lý',
  settled: 'Đã xử lý xong',
  returned: 'Đã trả kết quả',
};
const pace: Record<DossierPace, string> = {
  no_term: 'không ghi thời hạn',
  not_started: 'chưa tính thời hạn',
  in_time: 'trong hạn',
  likely_late: 'có thể trễ',
  late: 'trễ hạn',
  paused: 'tạm dừng tính',
  early: 'xong trước hạn',
  on_time: 'xong đúng hạn',
  ended_late: 'xong trễ hạn',
};
const channel: Record<DossierChannel, string> = {
  desk: 'Trực tiếp',
  online: 'Trực tuyến',
  post: 'Bưu chính công ích',
};
const returnBy: Record<ReturnBy, string> = {
  desk: 'Tại bộ phận một cửa',
  post: 'Qua bưu chính công ích',
  online: 'Trực tuyến',
};
const partyKind: Record<PartyKind, string> = {
  citizen: 'Công dân',
  business: 'Doanh nghiệp',
  household_business: 'Hộ kinh doanh',
  agency: 'Cơ quan nhà nước',
  organisation: 'Tổ chức',
};
const paperForm: Record<PaperForm, string> = {
  original: 'bản chính',
  certified: 'bản sao chứng thực',
  copy: 'bản sao',
  electronic: 'bản điện tử',
};
const paperSource: Record<PaperSource, string> = {
  brought: 'đã nộp',
  register: 'đã có trong sổ, không yêu cầu nộp lại',
  later: 'nộp sau',
};
const stage: Record<PaperStage, string> = { intake: 'Khi tiếp nhận', appraisal: 'Khi thẩm định' };
const method: Record<PaymentMethod, string> = { cash: 'Tiền mặt', transfer: 'Chuyển khoản' };
const cause: Record<ExtensionCause, string> = {
  apology: 'Xin lỗi và hẹn lại ngày trả kết quả',
  verification: 'Cần xác minh theo quy định',
};
const per: Record<FeePer, string> = { dossier: 'hồ sơ', page: 'trang', copy: 'bản' };
const unit: Record<TermUnit, string> = {
  same_day: 'ngay trong ngày',
  hours: 'giờ làm việc',
  days: 'ngày',
  working_days: 'ngày làm việc',
};
const onlineLevel: Record<OnlineLevel, string> = {
  none: 'Chưa trực tuyến',
  partial: 'Trực tuyến một phần',
  full: 'Trực tuyến toàn trình',
};
const settlement: Record<SettlementKind, string> = {
  birth: 'Khai sinh',
  death: 'Khai tử',
  marriage: 'Kết hôn',
  marital_status: 'Tình trạng hôn nhân',
  civil_correction: 'Thay đổi, cải chính hộ tịch',
  household_status: 'Diện nghèo, chính sách của hộ',
};

export const dossiers = {
  status,
  pace,
  channel,
  returnBy,
  partyKind,
  paperForm,
  paperSource,
  stage,
  method,
  cause,
  per,
  unit,
  onlineLevel,
  settlement,
  title: 'Hồ sơ một cửa',
  take: 'Tiếp nhận hồ sơ',
  term: (amount: number, name: string) => `${amount} ${name}`,
  noTerm: 'không ghi thời hạn',
  money: (amount: string) => `${amount} đồng`,
  moneyPer: (amount: string, per: string) => `${amount} đồng/${per}`,
  noFee: 'Không thu phí, lệ phí',
  fees: 'Phí, lệ phí',
  fromThird: (amount: string) => `từ trang thứ ba ${amount} đồng`,
  most: (amount: string) => `nhiều nhất ${amount} đồng/bản`,
  discount: (reason: string, percent: number) => `${reason}: giảm ${percent}%`,
  onTheSpot: 'giải quyết tại chỗ',
  notOurs: 'thuộc thẩm quyền cơ quan khác, không tiếp nhận tại đây',
  acts: {
    take: 'Tiếp nhận',
    decline: 'Không tiếp nhận',
    'hand-on': 'Chuyển bước tiếp theo',
    'send-back': 'Trả lại bước trước',
    assign: 'Phân công',
    sign: 'Ký số',
    approve: 'Phê duyệt',
    'request-papers': 'Yêu cầu bổ sung giấy tờ',
    'supply-papers': 'Ghi đã bổ sung',
    'request-fees': 'Yêu cầu nộp phí, lệ phí',
    pay: 'Thu tiền',
    void: 'Hủy biên lai',
    extend: 'Hẹn lại ngày trả',
    stop: 'Dừng giải quyết',
    refuse: 'Từ chối giải quyết',
    withdraw: 'Ghi rút hồ sơ',
    settle: 'Ghi kết quả',
    return: 'Trả kết quả',
    reopen: 'Mở lại hồ sơ',
    'national-code': 'Ghi mã hồ sơ quốc gia',
    'set-aside': 'Loại tệp khỏi hồ sơ',
  },
  ofCitizen: {
    title: 'Hồ sơ một cửa',
    none: 'Chưa có hồ sơ nào trong phạm vi của bạn.',
  },
  notCoded: 'chưa có mã',
  approved: 'đã duyệt',
  due: 'Hẹn trả',
  procedure: 'Thủ tục',
  nobody: 'chưa ai nhận',
  received: 'Tiếp nhận lúc',
  submitted: 'Gửi lúc',
  quantity: (n: string) => `× ${n}`,
  inRegister: 'Mở trong sổ dân cư',
  required: 'bắt buộc',
  optional: 'nếu có',
  noPapers: 'Thủ tục này không yêu cầu giấy tờ.',
  party: {
    kind: 'Đối tượng',
    nationalId: 'Số định danh hoặc mã số',
    birth: 'Ngày sinh',
    phone: 'Điện thoại',
    email: 'Thư điện tử',
    address: 'Địa chỉ',
    request: 'Nội dung yêu cầu',
  },
  first: {
    firstOnes: 'Người khác vừa xử lý hồ sơ này',
    firstHint: 'Điều bạn nhập vẫn còn đây. Hãy xem việc vừa làm; nếu vẫn đúng thì gửi lại.',
    did: (who: string, what: string, when: string) => `${who}: ${what}, ${when}`,
    somebody: 'Người dân hoặc hệ thống',
  },
};
