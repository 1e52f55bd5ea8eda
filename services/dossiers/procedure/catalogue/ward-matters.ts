import {
  assumed,
  byCouncil,
  days,
  declaration,
  fee,
  feeByChannel,
  identity,
  paper,
  workingDays,
  type Field,
  type Shipped,
} from './shape.ts';

export const householdBusiness: Field = {
  matter: 'household_business',
  fieldName: 'Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)',
};

const licence = paper('giay_chung_nhan', 'Giấy chứng nhận đăng ký hộ kinh doanh đã cấp', 'original');

export const householdBusinessProcedures: readonly Shipped[] = [
  {
    code: '1.001612',
    name: 'Đăng ký thành lập hộ kinh doanh',
    // Three working days are general knowledge: the portal shows none.
    term: workingDays(3),
    fees: feeByChannel(50_000, 150_000, 'Theo Cổng Dịch vụ công quốc gia 2026; mức do HĐND cấp tỉnh quy định'),
    papers: [declaration('Giấy đề nghị đăng ký hộ kinh doanh'), identity],
    result: 'Giấy chứng nhận đăng ký hộ kinh doanh',
    legalBasis: `NĐ 168/2025/NĐ-CP; thời hạn 03 ngày làm việc là mặc định, phường rà soát${byCouncil}`,
    online: 'full',
  },
  ...(
    [
      ['2.000720', 'Đăng ký thay đổi nội dung đăng ký hộ kinh doanh', 'Giấy chứng nhận đăng ký hộ kinh doanh'],
      [
        '1.001570',
        'Tạm ngừng kinh doanh, tiếp tục kinh doanh trước thời hạn đã thông báo của hộ kinh doanh',
        'Giấy xác nhận đăng ký tạm ngừng, tiếp tục kinh doanh',
      ],
      ['1.001266', 'Chấm dứt hoạt động hộ kinh doanh', 'Thông báo về việc hộ kinh doanh chấm dứt hoạt động'],
      ['2.000575', 'Cấp lại, cấp đổi Giấy chứng nhận đăng ký hộ kinh doanh', 'Giấy chứng nhận đăng ký hộ kinh doanh'],
    ] as const
  ).map(([code, name, result]): Shipped => ({
    code,
    name,
    // The portal shows "1" without its unit.
    term: null,
    papers: [declaration('Thông báo hoặc giấy đề nghị theo mẫu'), licence],
    result,
    legalBasis: `NĐ 168/2025/NĐ-CP; miễn phí${assumed}`,
    online: 'full',
  })),
];

export const adoption: Field = {
  matter: 'adoption',
  fieldName: 'Nuôi con nuôi',
};

export const adoptionProcedures: readonly Shipped[] = [
  {
    code: '2.001263',
    name: 'Đăng ký việc nuôi con nuôi trong nước',
    // About thirty days, opinions of those concerned included: the ward says which number it publishes.
    term: null,
    fees: [fee('Lệ phí đăng ký nuôi con nuôi', 400_000, 'dossier', 'NĐ 114/2016/NĐ-CP')],
    papers: [
      declaration('Đơn xin nhận con nuôi trong nước'),
      identity,
      paper('ly_lich_tu_phap', 'Phiếu lý lịch tư pháp', 'original'),
      paper('suc_khoe', 'Giấy khám sức khỏe', 'original'),
      paper('khai_sinh_con', 'Giấy khai sinh của người được nhận làm con nuôi'),
    ],
    result: 'Giấy chứng nhận nuôi con nuôi trong nước',
    legalBasis: 'Luật Nuôi con nuôi 52/2010/QH12, Điều 17–22',
  },
  {
    code: '2.001255',
    name: 'Đăng ký lại việc nuôi con nuôi trong nước',
    term: workingDays(5),
    papers: [declaration('Tờ khai đăng ký lại việc nuôi con nuôi')],
    result: 'Giấy chứng nhận nuôi con nuôi trong nước',
    legalBasis: 'NĐ 19/2011/NĐ-CP, Điều 29; miễn phí',
  },
];

export const mediation: Field = { matter: 'mediation', fieldName: 'Hòa giải ở cơ sở' };

export const mediationProcedures: readonly Shipped[] = (
  [
    ['1.002211', 'Công nhận hòa giải viên', 'Quyết định công nhận hòa giải viên', 5],
    ['2.000930', 'Thôi làm hòa giải viên', 'Quyết định thôi làm hòa giải viên', 5],
    ['2.000950', 'Công nhận tổ trưởng tổ hòa giải', 'Quyết định công nhận tổ trưởng tổ hòa giải', 5],
    ['2.002080', 'Thanh toán thù lao cho hòa giải viên', 'Quyết định thanh toán thù lao cho hòa giải viên', 5],
    [
      '2.000424',
      'Hỗ trợ khi hòa giải viên gặp tai nạn hoặc rủi ro ảnh hưởng đến sức khỏe, tính mạng trong khi thực hiện hoạt động hòa giải',
      'Quyết định hỗ trợ hòa giải viên',
      7,
    ],
  ] as const
).map(([code, name, result, amount]) => ({
  code,
  name,
  term: workingDays(amount),
  papers: [declaration('Giấy đề nghị theo mẫu')],
  result,
  legalBasis: `Luật Hòa giải ở cơ sở 35/2013/QH13; miễn phí${assumed}`,
  online: 'full',
}));

export const land: Field = { matter: 'land', fieldName: 'Đất đai' };

const petition = paper('don', 'Đơn yêu cầu', 'original');
const titles = paper('giay_chung_nhan', 'Giấy chứng nhận đã cấp', 'original');

export const landProcedures: readonly Shipped[] = [
  {
    code: '1.012812',
    name: 'Hòa giải tranh chấp đất đai',
    term: days(30),
    papers: [petition],
    result: 'Biên bản hòa giải',
    legalBasis: `Luật Đất đai 31/2024/QH15, Điều 235${assumed}`,
  },
  {
    code: '1.013967',
    name: 'Giải quyết tranh chấp đất đai thuộc thẩm quyền của Chủ tịch Ủy ban nhân dân cấp xã',
    term: days(45),
    papers: [petition],
    result: 'Quyết định giải quyết tranh chấp đất đai',
    legalBasis: `Luật Đất đai 31/2024/QH15, Điều 236; NĐ 151/2025/NĐ-CP${assumed}`,
  },
  {
    code: '1.013978',
    name: 'Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận lần đầu',
    term: workingDays(20),
    papers: [
      paper('don', 'Đơn đăng ký đất đai, tài sản gắn liền với đất', 'original'),
      paper('nguon_goc', 'Giấy tờ về nguồn gốc sử dụng đất'),
    ],
    result: 'Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất',
    legalBasis: `NĐ 151/2025/NĐ-CP${assumed}`,
  },
  {
    code: '1.012796',
    name: 'Đính chính Giấy chứng nhận đã cấp lần đầu có sai sót',
    term: workingDays(8),
    papers: [petition, titles],
    result: 'Giấy chứng nhận đã đính chính',
    legalBasis: `NĐ 151/2025/NĐ-CP${assumed}`,
  },
];

export const construction: Field = { matter: 'construction', fieldName: 'Hoạt động xây dựng' };

const permit = paper('giay_phep', 'Giấy phép xây dựng đã cấp', 'original');
const drawings = paper('ban_ve', 'Bộ bản vẽ thiết kế xây dựng', 'copy', { copies: 2 });
const plot = paper('quyen_su_dung_dat', 'Giấy tờ chứng minh quyền sử dụng đất', 'certified');

export const constructionProcedures: readonly Shipped[] = (
  [
    ['1.013225', 'Cấp giấy phép xây dựng mới', 'Giấy phép xây dựng', [plot, drawings]],
    ['1.013226', 'Cấp điều chỉnh giấy phép xây dựng', 'Giấy phép xây dựng được điều chỉnh', [permit, drawings]],
    ['1.013227', 'Gia hạn giấy phép xây dựng', 'Giấy phép xây dựng được gia hạn', [permit]],
    ['1.013228', 'Cấp lại giấy phép xây dựng', 'Giấy phép xây dựng được cấp lại', [permit]],
  ] as const
).map(([code, name, result, papers]) => ({
  code,
  name: `${name} đối với công trình cấp III, cấp IV và nhà ở riêng lẻ`,
  // Spans (15–20), or numbers without a unit.
  term: null,
  papers: [paper('don', 'Đơn đề nghị theo mẫu', 'original'), ...papers],
  result,
  legalBasis: `Luật Xây dựng${byCouncil}${assumed}`,
  online: 'full',
}));
