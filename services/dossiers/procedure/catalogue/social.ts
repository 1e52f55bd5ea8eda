import { assumed, days, declaration, identity, ifAny, paper, type Field, type Shipped } from './shape.ts';

export const poverty: Field = {
  matter: 'poverty',
  fieldName: 'Giảm nghèo',
};

const standard = 'QĐ 24/2021/QĐ-TTg; miễn phí';
const request = declaration('Giấy đề nghị theo mẫu');

export const povertyProcedures: readonly Shipped[] = [
  ...(
    [
      [
        '1.011607',
        'Công nhận hộ nghèo, hộ cận nghèo thường xuyên hằng năm',
        'Quyết định công nhận danh sách hộ nghèo, hộ cận nghèo',
      ],
      [
        '1.011608',
        'Công nhận hộ thoát nghèo, hộ thoát cận nghèo thường xuyên hằng năm',
        'Quyết định công nhận danh sách hộ thoát nghèo, hộ thoát cận nghèo',
      ],
      [
        '1.011609',
        'Công nhận hộ làm nông nghiệp, lâm nghiệp, ngư nghiệp và diêm nghiệp có mức sống trung bình',
        'Quyết định công nhận hộ có mức sống trung bình',
      ],
    ] as const
  ).map(([code, name, result]): Shipped => ({
    code,
    name,
    term: days(15),
    papers: [request],
    result,
    legalBasis: standard,
    online: 'full',
    settlement: 'household_status',
  })),
  {
    code: '1.011606',
    name: 'Công nhận hộ nghèo, hộ cận nghèo; hộ thoát nghèo, hộ thoát cận nghèo định kỳ hằng năm',
    // A yearly review from September to December, not a term that runs from a day of receipt.
    term: null,
    papers: [],
    result: 'Quyết định công nhận danh sách hộ nghèo, hộ cận nghèo; hộ thoát nghèo, hộ thoát cận nghèo',
    legalBasis: `${standard}; rà soát từ tháng 9 đến tháng 12`,
    settlement: 'household_status',
  },
  {
    code: '3.000412',
    name: 'Công nhận người lao động có thu nhập thấp',
    term: days(15),
    papers: [request],
    result: 'Quyết định công nhận danh sách người lao động có thu nhập thấp',
    legalBasis: `NĐ 30/2025/NĐ-CP; miễn phí${assumed}`,
    online: 'full',
  },
];

export const socialProtection: Field = {
  matter: 'social_protection',
  fieldName: 'Bảo trợ xã hội',
};

const bank = ifAny('tai_khoan', 'Thông tin tài khoản nhận trợ cấp');
const deathProof = paper('trich_luc_khai_tu', 'Trích lục khai tử của người chết');

export const socialProtectionProcedures: readonly Shipped[] = [
  {
    code: '1.001776',
    name: 'Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hằng tháng',
    term: null,
    papers: [declaration('Tờ khai đề nghị trợ giúp xã hội'), identity, bank],
    result: 'Quyết định hưởng trợ cấp xã hội hằng tháng',
    legalBasis: `NĐ 335/2026/NĐ-CP; miễn phí${assumed}`,
    online: 'full',
  },
  {
    code: '1.001731',
    name: 'Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội',
    term: null,
    papers: [declaration('Tờ khai đề nghị hỗ trợ chi phí mai táng'), deathProof, bank],
    result: 'Quyết định hỗ trợ chi phí mai táng',
    legalBasis: `NĐ 335/2026/NĐ-CP; miễn phí${assumed}`,
    online: 'full',
  },
  {
    code: '1.014027',
    name: 'Thực hiện, điều chỉnh, tạm dừng, thôi hưởng trợ cấp hưu trí xã hội hằng tháng',
    term: null,
    papers: [declaration('Tờ khai đề nghị hưởng trợ cấp hưu trí xã hội'), identity, bank],
    result: 'Quyết định hưởng trợ cấp hưu trí xã hội',
    legalBasis: `NĐ 176/2025/NĐ-CP; Luật BHXH 41/2024/QH15; miễn phí${assumed}`,
    online: 'full',
  },
  {
    code: '1.014028',
    name: 'Hỗ trợ chi phí mai táng đối với đối tượng hưởng trợ cấp hưu trí xã hội',
    term: null,
    papers: [declaration('Tờ khai đề nghị hỗ trợ chi phí mai táng'), deathProof, bank],
    result: 'Quyết định hỗ trợ chi phí mai táng',
    legalBasis: `NĐ 176/2025/NĐ-CP; miễn phí${assumed}`,
    online: 'full',
  },
];
