import { assumed, declaration, feeByChannel, identity, paper, workingDays, type Field, type Shipped } from './shape.ts';

/** Cư trú is the police's (Law on Residence 68/2020/QH14): mirrored here, never taken. */
export const residence: Field = {
  matter: 'residence',
  fieldName: 'Đăng ký, quản lý cư trú',
  competence: 'police',
};

/** The one procedure of the field that the ward's people's committee settles itself. */
export const housing: Field = {
  matter: 'residence',
  fieldName: 'Đăng ký, quản lý cư trú',
};

const law = 'Luật Cư trú 68/2020/QH14';
const circular = 'TT 75/2022/TT-BTC, theo Cổng Dịch vụ công quốc gia 2026';
const form = declaration('Tờ khai thay đổi thông tin cư trú (mẫu CT01)');
const lawfulHome = paper('cho_o_hop_phap', 'Giấy tờ chứng minh chỗ ở hợp pháp');

export const residenceProcedures: readonly Shipped[] = [
  {
    code: '1.004222',
    name: 'Đăng ký thường trú',
    term: workingDays(7),
    fees: feeByChannel(20_000, 10_000, circular),
    papers: [form, lawfulHome],
    result: 'Cập nhật thông tin trong Cơ sở dữ liệu về cư trú',
    legalBasis: `${law}, Điều 20–22`,
  },
  {
    code: '1.004194',
    name: 'Đăng ký tạm trú',
    term: workingDays(3),
    fees: feeByChannel(10_000, 7000, circular),
    papers: [form, lawfulHome],
    result: 'Cập nhật thông tin trong Cơ sở dữ liệu về cư trú',
    legalBasis: `${law}, Điều 27–28`,
  },
  {
    code: '1.002755',
    name: 'Gia hạn tạm trú',
    term: workingDays(3),
    fees: feeByChannel(10_000, 5000, circular),
    papers: [form],
    result: 'Cập nhật thông tin trong Cơ sở dữ liệu về cư trú',
    legalBasis: `${law}, Điều 28; nộp trong 15 ngày trước khi hết hạn`,
  },
  {
    code: '1.010038',
    name: 'Tách hộ',
    term: workingDays(5),
    fees: feeByChannel(10_000, 5000, circular),
    papers: [form],
    result: 'Cập nhật thông tin trong Cơ sở dữ liệu về cư trú',
    legalBasis: `${law}, Điều 25`,
  },
  {
    code: '1.003197',
    name: 'Xóa đăng ký thường trú',
    term: workingDays(5),
    papers: [form],
    result: 'Cập nhật thông tin trong Cơ sở dữ liệu về cư trú',
    legalBasis: `${law}, Điều 24`,
  },
  {
    code: '1.010028',
    name: 'Xóa đăng ký tạm trú',
    term: workingDays(2),
    papers: [form],
    result: 'Cập nhật thông tin trong Cơ sở dữ liệu về cư trú',
    legalBasis: `${law}, Điều 29`,
  },
  {
    code: '1.010039',
    name: 'Điều chỉnh thông tin về cư trú trong Cơ sở dữ liệu về cư trú',
    term: workingDays(3),
    papers: [form],
    result: 'Cập nhật thông tin trong Cơ sở dữ liệu về cư trú',
    legalBasis: `${law}, Điều 26; miễn phí`,
  },
  {
    code: '1.010041',
    name: 'Xác nhận thông tin về cư trú',
    // One working day from the database, three where it must be looked into: not one number.
    term: null,
    papers: [form],
    result: 'Xác nhận thông tin về cư trú (CT07)',
    legalBasis: `${law}, Điều 17; miễn phí`,
  },
  {
    code: '1.003677',
    name: 'Khai báo tạm vắng',
    // One to two working days.
    term: null,
    papers: [declaration('Phiếu khai báo tạm vắng')],
    result: 'Phiếu khai báo tạm vắng đã xác nhận',
    legalBasis: `${law}, Điều 31`,
  },
  {
    code: '2.001159',
    name: 'Thông báo lưu trú',
    term: { unit: 'hours', amount: 1 },
    papers: [],
    result: 'Cập nhật thông tin lưu trú trong Cơ sở dữ liệu về cư trú',
    legalBasis: `${law}, Điều 30`,
  },
];

export const housingProcedures: readonly Shipped[] = [
  {
    code: '1.013314',
    name: 'Xác nhận về điều kiện diện tích bình quân nhà ở để đăng ký thường trú vào chỗ ở do thuê, mượn, ở nhờ; nhà ở, đất ở không có tranh chấp',
    term: workingDays(2),
    papers: [declaration(), lawfulHome, identity],
    result: 'Văn bản xác nhận',
    legalBasis: `NĐ 154/2024/NĐ-CP; miễn phí${assumed}`,
    online: 'full',
  },
];
