import { assumed, fee, identity, paper, sameDay, workingDays, type Field, type Shipped } from './shape.ts';

/** Chứng thực: the same day, or the next working day if it came after 15:00 (Decree 23/2015/NĐ-CP, art. 7). */
export const authentication: Field = {
  matter: 'authentication',
  fieldName: 'Chứng thực',
  cutoff: true,
};

const decree = 'NĐ 23/2015/NĐ-CP';
const circular = 'TT 226/2016/TT-BTC, Điều 4';
const byPage = fee('Phí chứng thực bản sao', 2000, 'page', circular, { amountFromThird: 1000, most: 200_000 });
const flat = (amount: number) => [fee('Phí chứng thực', amount, 'dossier', circular)];
const draft = (what: string) => paper('du_thao', what, 'original');
const property = paper('quyen_so_huu', 'Giấy tờ chứng minh quyền sở hữu, quyền sử dụng tài sản', 'copy');

export const authenticationProcedures: readonly Shipped[] = [
  {
    code: '2.000815',
    name: 'Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền cấp hoặc chứng nhận',
    term: sameDay,
    fees: [byPage],
    papers: [paper('ban_chinh', 'Bản chính giấy tờ, văn bản để đối chiếu', 'original')],
    result: 'Bản sao được chứng thực từ bản chính',
    legalBasis: `${decree}, Điều 7, 18–22`,
    onTheSpot: true,
    course: 'counter',
  },
  {
    code: '2.000884',
    name: 'Chứng thực chữ ký trong các giấy tờ, văn bản (gồm chứng thực điểm chỉ và trường hợp không thể ký, không thể điểm chỉ)',
    term: sameDay,
    fees: flat(10_000),
    papers: [paper('van_ban', 'Giấy tờ, văn bản mà mình sẽ ký', 'original'), identity],
    result: 'Giấy tờ, văn bản được chứng thực chữ ký, điểm chỉ',
    legalBasis: `${decree}, Điều 7, 23–26`,
    onTheSpot: true,
    course: 'counter',
  },
  {
    code: '2.000908',
    name: 'Cấp bản sao từ sổ gốc',
    term: workingDays(1),
    papers: [identity],
    result: 'Bản sao được cấp từ sổ gốc',
    legalBasis: `${decree}, Điều 15–17; miễn phí`,
    online: 'full',
    course: 'counter',
  },
  {
    code: '2.001035',
    name: 'Chứng thực giao dịch liên quan đến tài sản là động sản, quyền sử dụng đất, nhà ở',
    term: workingDays(2),
    fees: flat(50_000),
    papers: [draft('Dự thảo giao dịch'), property, identity],
    result: 'Giao dịch được chứng thực',
    legalBasis: `${decree}, Điều 34–37`,
  },
  ...(
    [
      ['2.001019', 'Chứng thực di chúc', 'Di chúc được chứng thực', 'Dự thảo di chúc'],
      [
        '2.001016',
        'Chứng thực văn bản từ chối nhận di sản',
        'Văn bản từ chối nhận di sản được chứng thực',
        'Dự thảo văn bản từ chối nhận di sản',
      ],
      [
        '2.001406',
        'Chứng thực văn bản phân chia di sản mà di sản là động sản, quyền sử dụng đất, nhà ở',
        'Văn bản phân chia di sản được chứng thực',
        'Dự thảo văn bản phân chia di sản',
      ],
    ] as const
  ).map(([code, name, result, text]): Shipped => ({
    code,
    name,
    term: null,
    fees: flat(50_000),
    papers: [draft(text), property, identity],
    result,
    legalBasis: `${decree}, Điều 34–37`,
  })),
  {
    code: '2.000913',
    name: 'Chứng thực việc sửa đổi, bổ sung, hủy bỏ giao dịch',
    term: null,
    fees: flat(30_000),
    papers: [
      draft('Dự thảo văn bản sửa đổi, bổ sung, hủy bỏ giao dịch'),
      paper('giao_dich', 'Giao dịch đã được chứng thực', 'original'),
      identity,
    ],
    result: 'Giao dịch được chứng thực việc sửa đổi, bổ sung, hủy bỏ',
    legalBasis: `${decree}, Điều 38`,
  },
  {
    code: '2.000927',
    name: 'Sửa lỗi sai sót trong giao dịch',
    term: null,
    fees: flat(25_000),
    papers: [paper('giao_dich', 'Giao dịch đã được chứng thực', 'original'), identity],
    result: 'Giao dịch được sửa lỗi sai sót',
    legalBasis: `${decree}, Điều 39`,
  },
  {
    code: '2.000942',
    name: 'Cấp bản sao có chứng thực từ bản chính giao dịch đã được chứng thực',
    term: null,
    fees: [byPage],
    papers: [identity],
    result: 'Bản sao giao dịch được chứng thực',
    legalBasis: `${decree}${assumed}`,
    course: 'counter',
  },
  ...(
    [
      ['2.000992', 'là cộng tác viên dịch thuật'],
      ['2.001008', 'không phải là cộng tác viên dịch thuật'],
    ] as const
  ).map(([code, who]): Shipped => ({
    code,
    name: `Chứng thực chữ ký người dịch mà người dịch ${who} của Ủy ban nhân dân cấp xã, tổ chức hành nghề công chứng`,
    term: null,
    fees: flat(10_000),
    papers: [
      paper('ban_dich', 'Bản dịch và giấy tờ, văn bản cần dịch', 'original'),
      identity,
      paper('bang_cap', 'Giấy tờ chứng minh trình độ ngoại ngữ của người dịch', 'certified'),
    ],
    result: 'Giấy tờ, văn bản được chứng thực chữ ký người dịch',
    legalBasis: `${decree}, Điều 27–33`,
    course: 'counter',
  })),
];
