import type { Competence, FeeChannel, FeePer, OnlineLevel, TermUnit } from '#lib/api/generated.ts';
import type { FromRegister, PublicProcedureQuery } from '#lib/api/generated.ts';

type PaperForm = NonNullable<PublicProcedureQuery['publicProcedure']>['papers'][number]['form'];

const unit: Record<TermUnit, string> = {
  same_day: 'ngay trong ngày làm việc',
  hours: 'giờ làm việc',
  days: 'ngày',
  working_days: 'ngày làm việc',
};
const onlineLevel: Record<OnlineLevel, string> = {
  none: 'Nộp tại bộ phận một cửa',
  partial: 'Nộp trực tuyến một phần',
  full: 'Nộp trực tuyến toàn trình',
};
const form: Record<PaperForm, string> = {
  original: 'bản chính',
  certified: 'bản sao chứng thực',
  copy: 'bản sao',
  electronic: 'bản điện tử',
};
const fromRegister: Record<FromRegister, string> = {
  identity: 'Phường đã có trong sổ dân cư nếu bạn cư trú tại đây: không cần nộp lại.',
  residence: 'Phường đã có nơi cư trú của bạn nếu bạn cư trú tại đây: không cần nộp lại.',
  marital_status: 'Phường đã có nếu đã ghi trong sổ: không cần nộp lại.',
  household: 'Phường đã có thông tin hộ của bạn nếu bạn cư trú tại đây: không cần nộp lại.',
  poverty_status: 'Phường đã có danh sách hộ nghèo, cận nghèo: không cần nộp lại.',
};
const per: Record<FeePer, string> = { dossier: 'hồ sơ', page: 'trang', copy: 'bản' };
const channel: Record<FeeChannel, string> = {
  any: 'mọi cách nộp',
  desk: 'khi nộp trực tiếp hoặc qua bưu chính',
  online: 'khi nộp trực tuyến',
};
const competence: Record<Competence, string> = {
  ward: 'Thủ tục này do phường giải quyết.',
  police: 'Thủ tục này do Công an phường giải quyết. Hãy nộp tại Công an phường hoặc Cổng dịch vụ công của Bộ Công an.',
  other: 'Thủ tục này do cơ quan khác giải quyết. Bộ phận một cửa sẽ chỉ nơi nộp.',
};

export const services = {
  unit,
  onlineLevel,
  form,
  fromRegister,
  per,
  channel,
  competence,
  title: 'Thủ tục hành chính',
  lead: (ward: string) => `Tìm thủ tục của ${ward}: cần giấy tờ gì, bao lâu, phí bao nhiêu, và nộp từ nhà.`,
  noDesk: 'Chưa có phường nào mở bộ phận một cửa ở đây.',
  chooseWard: 'Chọn phường',
  search: {
    label: 'Tên thủ tục hoặc mã',
    hint: 'Gõ không dấu cũng được, ví dụ: khai sinh, tam tru, 1.001193.',
    field: 'Lĩnh vực',
    everyField: 'Mọi lĩnh vực',
    submit: 'Tìm',
    found: (count: number) => `${count} thủ tục`,
    most: 'Chỉ hiện 100 thủ tục đầu; hãy gõ thêm chữ để thu hẹp.',
    none: 'Không có thủ tục nào khớp. Hãy gõ ít chữ hơn, hoặc chọn “Mọi lĩnh vực”.',
    noneHelp: (phone: string) => `Cần giúp, hãy gọi ${phone}.`,
  },
  desk: {
    title: 'Bộ phận một cửa',
    address: 'Địa chỉ',
    phone: 'Điện thoại',
    hours: 'Giờ làm việc',
    saturday: 'Thứ Bảy',
  },
  page: {
    papers: 'Cần những giấy tờ gì',
    noPapers: 'Không cần giấy tờ kèm theo.',
    copies: (count: number, what: string) => `${count} ${what}`,
    optional: 'chỉ khi có',
    term: 'Bao lâu',
    noTerm: 'Pháp luật không ấn định số ngày; phường hẹn ngày trả trong phiếu tiếp nhận.',
    termOf: (amount: number, what: string) => `${amount} ${what}`,
    startDay: 'Ngày nộp không tính; thứ Bảy, Chủ nhật và ngày lễ không tính vào ngày làm việc.',
    cutoff: 'Nhận sau 15 giờ mà chưa giải quyết được ngay thì trả kết quả trong ngày làm việc tiếp theo.',
    cut: (percent: string) => `Đã rút ngắn ${percent} % so với trước.`,
    onTheSpot: 'Giải quyết ngay tại chỗ.',
    fees: 'Phí, lệ phí',
    noFees: 'Không thu phí.',
    fee: (amount: string, what: string) => `${amount} đ một ${what}`,
    fromThird: (amount: string) => `từ trang thứ ba ${amount} đ`,
    mostPerCopy: (amount: string) => `tối đa ${amount} đ một bản`,
    discount: (reason: string, percent: number) => `${reason}: giảm ${percent} %`,
    until: (day: string) => `áp dụng đến hết ${day}`,
    result: 'Kết quả nhận được',
    basis: 'Căn cứ pháp lý',
    code: 'Mã thủ tục',
    field: 'Lĩnh vực',
    online: 'Cách nộp',
    start: 'Nộp trực tuyến',
    startHint: 'Không cần tài khoản. Khoảng 5 phút; có thể chụp giấy tờ bằng điện thoại.',
    notOnline:
      'Thủ tục này chưa nhận trực tuyến: hãy mang giấy tờ đến bộ phận một cửa, hoặc gửi qua bưu chính công ích.',
    print: 'Lưu hoặc in trang này bằng lệnh In của trình duyệt.',
    back: 'Các thủ tục khác',
  },
  sent: {
    title: 'Đã gửi hồ sơ',
    again: 'Hồ sơ này đã được gửi trước đó; không gửi thêm lần nữa.',
    lead: 'Phường sẽ xem và báo tiếp nhận hay cần bổ sung. Hãy giữ mã này.',
    code: 'Mã tra cứu',
    keep: 'Tra cứu bằng mã này và bốn số cuối của số điện thoại đã khai. Khi được tiếp nhận, hồ sơ có thêm mã của phường.',
    follow: 'Theo dõi hồ sơ',
    qr: 'Mã QR mở trang theo dõi hồ sơ',
    print: 'Giữ lại: chụp màn hình, hoặc in trang này.',
    slip: 'Phiếu gửi hồ sơ trực tuyến',
    procedure: 'Thủ tục',
    where: 'Nơi nhận',
    next: 'Việc tiếp theo',
    nextSteps: [
      'Phường kiểm tra hồ sơ trong giờ làm việc.',
      'Nếu đủ, phường tiếp nhận và hẹn ngày trả kết quả.',
      'Nếu thiếu, trang theo dõi ghi rõ cần bổ sung gì.',
    ],
  },
};
