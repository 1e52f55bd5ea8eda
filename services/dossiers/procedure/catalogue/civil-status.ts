import {
  assumed,
  byCouncil,
  declaration,
  fee,
  identity,
  ifAny,
  paper,
  sameDay,
  workingDays,
  type Field,
  type Shipped,
} from './shape.ts';

/** Hộ tịch: settled the same day, or the next working day if it came after 15:00 (Decree 123/2015/NĐ-CP; Law on Civil Status 60/2014/QH13). */
export const civilStatus: Field = {
  matter: 'civil_status',
  fieldName: 'Hộ tịch',
  cutoff: true,
};

/** What several procedures rest on or ask for. */
export const law = 'Luật Hộ tịch 60/2014/QH13';
export const decree = 'NĐ 123/2015/NĐ-CP';
const extract = (what: string) =>
  fee(what, 8000, 'copy', 'Phí khai thác, sử dụng thông tin hộ tịch (TT 281/2016/TT-BTC)');
const representative = ifAny('uy_quyen', 'Văn bản ủy quyền, nếu ủy quyền thực hiện', 'certified');
export const bothIdentities = paper('giay_to_tuy_than', 'Thẻ căn cước hoặc hộ chiếu của hai bên', 'copy', {
  fromRegister: 'identity',
});
export const unmarried = paper('tinh_trang_hon_nhan', 'Giấy xác nhận tình trạng hôn nhân', 'original', {
  fromRegister: 'marital_status',
});
export const birthProof = paper('giay_chung_sinh', 'Giấy chứng sinh, hoặc giấy tờ thay thế', 'original');
export const parentage = paper('chung_cu_cha_me_con', 'Chứng cứ chứng minh quan hệ cha, mẹ, con', 'original');

export const civilStatusProcedures: readonly Shipped[] = [
  {
    code: '1.001193',
    name: 'Đăng ký khai sinh',
    term: sameDay,
    papers: [
      declaration('Tờ khai đăng ký khai sinh'),
      birthProof,
      identity,
      ifAny('ket_hon', 'Giấy chứng nhận kết hôn của cha mẹ, nếu có'),
      representative,
    ],
    result: 'Giấy khai sinh',
    legalBasis: `${law}, Điều 13–16; ${decree}, Điều 9, 15; đăng ký trong 60 ngày, miễn lệ phí`,
    online: 'partial',
    settlement: 'birth',
  },
  {
    code: '1.000894',
    name: 'Đăng ký kết hôn',
    term: sameDay,
    papers: [declaration('Tờ khai đăng ký kết hôn'), bothIdentities, unmarried],
    result: 'Giấy chứng nhận kết hôn',
    legalBasis: `${law}, Điều 17–18; ${decree}, Điều 10; cần xác minh thì không quá 05 ngày làm việc`,
    online: 'partial',
    settlement: 'marriage',
  },
  {
    code: '1.000656',
    name: 'Đăng ký khai tử',
    term: sameDay,
    papers: [
      declaration('Tờ khai đăng ký khai tử'),
      paper('giay_bao_tu', 'Giấy báo tử, hoặc giấy tờ thay thế', 'original'),
      identity,
    ],
    result: 'Trích lục khai tử',
    legalBasis: `${law}, Điều 32–34; ${decree}, Điều 4; đăng ký trong 15 ngày, miễn lệ phí khi đúng hạn`,
    online: 'partial',
    settlement: 'death',
  },
  {
    code: '1.001022',
    name: 'Đăng ký nhận cha, mẹ, con',
    term: workingDays(3),
    papers: [declaration('Tờ khai đăng ký nhận cha, mẹ, con'), parentage, identity],
    result: 'Trích lục đăng ký nhận cha, mẹ, con',
    legalBasis: `${law}, Điều 24–25${byCouncil}`,
    online: 'partial',
  },
  {
    code: '1.000689',
    name: 'Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con',
    term: workingDays(3),
    papers: [
      declaration('Tờ khai đăng ký khai sinh'),
      paper('to_khai_nhan_con', 'Tờ khai đăng ký nhận cha, mẹ, con', 'original'),
      birthProof,
      parentage,
      identity,
    ],
    result: 'Giấy khai sinh và Trích lục đăng ký nhận cha, mẹ, con',
    legalBasis: `${law}, Điều 16, 25; TT 04/2020/TT-BTP, Điều 15${byCouncil}`,
    online: 'partial',
    settlement: 'birth',
  },
  {
    code: '1.004859',
    name: 'Thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc',
    term: workingDays(3),
    papers: [
      declaration('Tờ khai thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc'),
      paper('can_cu', 'Giấy tờ làm căn cứ thay đổi, cải chính, bổ sung', 'certified'),
      identity,
      representative,
    ],
    result: 'Trích lục thay đổi, cải chính, bổ sung hộ tịch, xác định lại dân tộc',
    legalBasis: `${law}, Điều 26–29; bổ sung: ngay trong ngày; cần xác minh: thêm không quá 03 ngày làm việc${byCouncil}`,
    online: 'partial',
    settlement: 'civil_correction',
  },
  {
    code: '1.004873',
    name: 'Cấp Giấy xác nhận tình trạng hôn nhân',
    term: workingDays(3),
    papers: [
      declaration('Tờ khai cấp Giấy xác nhận tình trạng hôn nhân'),
      identity,
      ifAny('ly_hon', 'Quyết định ly hôn hoặc giấy tờ chứng minh vợ, chồng đã chết, nếu có', 'certified'),
      representative,
    ],
    result: 'Giấy xác nhận tình trạng hôn nhân',
    legalBasis: `${decree}, Điều 21–23${byCouncil}`,
    online: 'full',
    settlement: 'marital_status',
  },
  ...(
    [
      [
        '1.004884',
        'Đăng ký lại khai sinh',
        'Giấy khai sinh',
        'Bản sao Giấy khai sinh cũ hoặc giấy tờ có nội dung khai sinh',
      ],
      [
        '1.004746',
        'Đăng ký lại kết hôn',
        'Giấy chứng nhận kết hôn',
        'Bản sao Giấy chứng nhận kết hôn cũ, hoặc giấy tờ cá nhân có nội dung này',
      ],
      [
        '1.005461',
        'Đăng ký lại khai tử',
        'Trích lục khai tử',
        'Bản sao Giấy chứng tử cũ, hoặc giấy tờ chứng minh sự kiện chết',
      ],
    ] as const
  ).map(([code, name, result, former]): Shipped => ({
    code,
    name,
    term: workingDays(5),
    papers: [declaration(), paper('giay_to_cu', former), identity],
    result,
    legalBasis: `${decree}, Điều 24–28${byCouncil}`,
    online: 'partial',
  })),
  {
    code: '1.004772',
    name: 'Đăng ký khai sinh cho người đã có hồ sơ, giấy tờ cá nhân',
    term: workingDays(5),
    papers: [
      declaration('Tờ khai đăng ký khai sinh, có cam đoan về việc chưa được đăng ký khai sinh'),
      paper('giay_to_ca_nhan', 'Giấy tờ, hồ sơ cá nhân có nội dung khai sinh', 'certified'),
      identity,
    ],
    result: 'Giấy khai sinh',
    legalBasis: `TT 04/2020/TT-BTP, Điều 10${byCouncil}`,
    online: 'partial',
  },
  {
    code: '1.004837',
    name: 'Đăng ký giám hộ',
    term: workingDays(3),
    papers: [
      declaration('Tờ khai đăng ký giám hộ'),
      paper(
        'cu_giam_ho',
        'Văn bản cử người giám hộ, hoặc giấy tờ chứng minh điều kiện giám hộ đương nhiên',
        'original',
      ),
      identity,
    ],
    result: 'Trích lục đăng ký giám hộ',
    legalBasis: `${law}, Điều 19–21`,
    online: 'partial',
  },
  {
    code: '1.004845',
    name: 'Đăng ký chấm dứt giám hộ',
    term: workingDays(2),
    papers: [
      declaration('Tờ khai đăng ký chấm dứt giám hộ'),
      paper('can_cu', 'Giấy tờ làm căn cứ chấm dứt giám hộ', 'original'),
      identity,
    ],
    result: 'Trích lục đăng ký chấm dứt giám hộ',
    legalBasis: `${law}, Điều 22`,
    online: 'partial',
  },
  {
    code: '2.000635',
    name: 'Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh',
    term: sameDay,
    fees: [extract('Phí cấp bản sao trích lục hộ tịch')],
    papers: [declaration('Tờ khai cấp bản sao trích lục hộ tịch'), identity, representative],
    result: 'Bản sao Trích lục hộ tịch, bản sao Giấy khai sinh',
    legalBasis: `${law}, Điều 63–64`,
    online: 'full',
    course: 'counter',
  },
  {
    code: '2.002516',
    name: 'Xác nhận thông tin hộ tịch',
    term: null,
    fees: [extract('Phí xác nhận thông tin hộ tịch')],
    papers: [declaration('Tờ khai xác nhận thông tin hộ tịch'), identity],
    result: 'Văn bản xác nhận thông tin hộ tịch',
    legalBasis: `NĐ 87/2020/NĐ-CP${assumed}`,
    online: 'full',
  },
];
