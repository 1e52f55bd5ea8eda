import { showNumber } from '#lib/format.ts';

const n = (value: number): string => showNumber('vi', value);

export const catalogue = {
  title: 'Nhập danh mục thủ tục',
  lead: 'Danh mục được kiểm tra trước, chưa thay đổi gì. Công bố thì có hiệu lực từ hôm nay; hồ sơ đang giải quyết giữ nguyên phiên bản cũ, và việc phường đã tự đặt không bị ghi đè.',
  shipped: 'Danh mục kèm sẵn',
  shippedHint: 'Những thủ tục cấp xã thường gặp nhất. Thủ tục phường đã có thì giữ nguyên.',
  fromFile: 'Danh mục từ tệp CSV',
  fileHint:
    'CSV, UTF-8, với các cột code, name, field, decision, channel_time_fee_raw, result, result_code. Thời hạn không có đơn vị được hỏi lại, không đoán.',
  file: 'Tệp danh mục',
  check: 'Kiểm tra',
  missing: 'Hãy chọn một tệp CSV.',
  tooLarge: 'Tệp lớn hơn 2 MB; danh mục cấp xã chỉ cỡ nửa MB. Hãy kiểm tra lại tệp.',
  would: (count: number) => `Sẽ công bố ${n(count)} thủ tục`,
  nothing: 'Không có gì mới: mọi thủ tục đã có trong danh mục của phường.',
  unchanged: (count: number) => `${n(count)} thủ tục giữ nguyên.`,
  publish: (count: number) => `Công bố ${n(count)} thủ tục từ hôm nay`,
  published: (count: number) => `Đã công bố ${n(count)} thủ tục`,
  toList: 'Xem danh mục',
  toAsked: 'Bổ sung thời hạn',
  new: (count: number) => `Thủ tục mới: ${n(count)}`,
  changed: (count: number) => `Phiên bản mới: ${n(count)}`,
  refused: (count: number) => `Dòng không nhận: ${n(count)}`,
  asked: (count: number) => `Cần phường bổ sung: ${n(count)}`,
  askedHint: 'Thủ tục vẫn được công bố; trước khi tiếp nhận hồ sơ, hãy lập phiên bản có thời hạn và lệ phí.',
  row: 'Dòng',
  code: 'Mã',
  name: 'Tên thủ tục',
  why: 'Lý do',
  refusals: {
    code: 'Mã thủ tục không đúng dạng',
    twice: 'Mã đã có ở dòng trên',
    content: 'Thiếu tên, lĩnh vực, hoặc nội dung quá dài',
  },
  terms: {
    no_unit: (number: number | null) => `Thời hạn ${number ?? ''} không ghi đơn vị: giờ, ngày hay ngày làm việc?`,
    none: () => 'Không ghi thời hạn',
    differs: () => 'Thời hạn khác nhau theo cách nộp',
    cut: () => 'Nội dung bị cắt ngang trước phần thời hạn',
  },
  fee: (text: string) => `Phí, lệ phí: ${text}`,
};
