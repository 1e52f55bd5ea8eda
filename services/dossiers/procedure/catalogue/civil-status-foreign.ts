import { birthProof, bothIdentities, decree, law, parentage, unmarried } from './civil-status.ts';
import { assumed, byCouncil, days, declaration, identity, ifAny, paper, sameDay, type Shipped } from './shape.ts';

/** Hộ tịch with a foreign element (the commune's since 1 July 2025), and births that are registered together with what follows from them. */
export const foreignAndJoinedProcedures: readonly Shipped[] = [
  {
    code: '2.000528',
    name: 'Đăng ký khai sinh có yếu tố nước ngoài',
    term: sameDay,
    papers: [
      declaration('Tờ khai đăng ký khai sinh'),
      birthProof,
      ifAny('quoc_tich', 'Văn bản thỏa thuận của cha mẹ về việc chọn quốc tịch cho con', 'original'),
      identity,
    ],
    result: 'Giấy khai sinh',
    legalBasis: `${law}, Điều 35–36${byCouncil}`,
    online: 'partial',
    settlement: 'birth',
  },
  {
    code: '2.000806',
    name: 'Đăng ký kết hôn có yếu tố nước ngoài',
    // The portal shows "5" without its unit.
    term: null,
    papers: [
      declaration('Tờ khai đăng ký kết hôn'),
      bothIdentities,
      unmarried,
      paper('suc_khoe', 'Giấy xác nhận của tổ chức y tế về việc không mắc bệnh tâm thần', 'original'),
    ],
    result: 'Giấy chứng nhận kết hôn',
    legalBasis: `${law}, Điều 37–38; ${decree}, Điều 30–32${byCouncil}`,
    online: 'partial',
    settlement: 'marriage',
  },
  {
    code: '2.000779',
    name: 'Đăng ký nhận cha, mẹ, con có yếu tố nước ngoài',
    term: days(10),
    papers: [declaration('Tờ khai đăng ký nhận cha, mẹ, con'), parentage, identity],
    result: 'Trích lục đăng ký nhận cha, mẹ, con',
    legalBasis: `${law}, Điều 43–44${byCouncil}`,
    online: 'partial',
  },
  ...(
    [
      [
        '2.000986',
        'Liên thông đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi',
        20,
      ],
      ['2.001023', 'Liên thông đăng ký khai sinh, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi', 15],
    ] as const
  ).map(([code, name, amount]): Shipped => ({
    code,
    name,
    term: days(amount),
    papers: [declaration('Tờ khai liên thông'), birthProof, identity],
    result: 'Giấy khai sinh và thẻ bảo hiểm y tế',
    legalBasis: `Miễn phí${assumed}`,
    online: 'full',
    settlement: 'birth',
  })),
];
