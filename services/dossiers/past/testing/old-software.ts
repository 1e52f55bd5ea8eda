/** Headings as an old one-stop software exports them: those of the dossier, then those of its steps under one merged cell. */
export const oldHeadings = [
  [
    'STT',
    'Mã hồ sơ',
    'Tên thủ tục',
    'Lĩnh vực',
    'Chủ hồ sơ',
    'Số điện thoại',
    'Hình thức nộp',
    'Ngày tiếp nhận',
    'Hẹn trả',
    'Ngày trả kết quả',
    'Trạng thái',
    'Quá trình xử lý',
    null,
    null,
    null,
    null,
    null,
  ],
  [
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    'Bước',
    'Cán bộ',
    'Phòng ban',
    'Bắt đầu',
    'Hạn xử lý',
    'Kết thúc',
  ],
] as const;
/** The cells that are merged in those two rows, the first standing in row `top`. */
export const oldMerges = (top: number): string[] => [
  ...Array.from('ABCDEFGHIJK', (letter) => `${letter}${top}:${letter}${top + 1}`),
  `L${top}:Q${top}`,
];

const procedures = [
  ['Cấp Giấy xác nhận tình trạng hôn nhân', 'Hộ tịch', 3],
  ['Đăng ký khai sinh', 'Hộ tịch', 1],
  ['Chứng thực bản sao từ bản chính', 'Chứng thực', 1],
  ['Trợ cấp xã hội hằng tháng', 'Bảo trợ xã hội', 10],
  ['Xác nhận tình trạng tranh chấp đất', 'Đất đai', 7],
] as const;
const steps = [
  ['Tiếp nhận hồ sơ', 'Nguyễn Thị Hồng', 'Bộ phận Một cửa', 0],
  ['Phân công', 'Trần Văn Đức', 'Văn phòng', 1],
  ['Thẩm định', 'Lê Quang Vinh', 'Tư pháp - Hộ tịch', 4],
  ['Trình ký', 'Phạm Thị Mỹ Lệ', 'Văn phòng', 10],
  ['Phê duyệt', 'Đỗ Hữu Nghĩa', 'Lãnh đạo UBND', 14],
  ['Trả kết quả', 'Nguyễn Thị Hồng', 'Bộ phận Một cửa', 22],
] as const;
const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô'];
const given = ['Ánh Tuyết', 'Văn Hậu', 'Thị Mỹ Lệ', 'Đình Phúc', 'Quốc Bảo', 'Hữu Nghĩa', 'Thị Thu Hằng', 'Ngọc Diễm'];

const hour = 3_600_000;
const local = (instant: number): string => {
  const [day = '', time = ''] = new Date(instant + 7 * hour).toISOString().split('T');
  return `${day.split('-').reverse().join('/')} ${time.slice(0, 5)}`;
};

/**
 * Rows, six to a dossier, of invented dossiers from 2 January 2023 on, thirty a day: each begins in office hours and is in time but for every
 * eleventh. The same number gives the same rows.
 */
export function oldRows(dossiers: number): string[][] {
  return Array.from({ length: dossiers }, (_, number) => {
    const day = Math.floor(number / 30);
    const received = Date.UTC(2023, 0, 2, 1 + (number % 8), (number * 7) % 60) + day * 24 * hour;
    const [procedure, matter, days] = procedures[number % procedures.length] ?? procedures[0];
    const late = number % 11 === 10;
    const due = received + (days * 24 + 2) * hour;
    const scale = late ? ((days + 2) * 24) / 22 : ((days * 24) / 22) * 0.9;
    const stamp = new Date(received + 7 * hour).toISOString().slice(2, 10).replaceAll('-', '');
    const code = `000.23.41.H29-${stamp}-${String((number % 30) + 1).padStart(4, '0')}`;
    const owner = `${families[number % families.length]} ${given[(number * 3) % given.length]}`;
    const phone = `09${String(10_000_000 + ((number * 7_919) % 89_999_999)).slice(0, 8)}`;
    const channel = number % 4 === 0 ? 'Trực tuyến' : 'Trực tiếp';
    const at = (share: number): number => received + share * scale * hour;
    return steps.map(([step, officer, department, share], index) => {
      const next = steps[index + 1]?.[3] ?? 22;
      return [
        ...[String(number * steps.length + index + 1), code, procedure, matter, owner, phone, channel],
        ...[local(received), local(due), local(at(22)), 'Đã trả kết quả', step, officer, department],
        ...[local(at(share)), local(at(next) + hour), local(at(next))],
      ];
    });
  }).flat();
}

/** A CSV of these rows under their headings in one line. */
export function oldCsv(rows: readonly (readonly string[])[]): string {
  const [upper, lower] = oldHeadings;
  const headings = upper.map((heading, index) => lower[index] ?? heading ?? '');
  return [headings, ...rows]
    .map((cells) => cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','))
    .join('\r\n');
}
