import { addDays, instantOf, numberOfDay } from '@nocgia/schemas/days.ts';
import { unitNumber } from '@nocgia/schemas/events/common.ts';
import { beginPast } from '../../dossiers/past/begin.ts';
import type { PastDeps } from '../../dossiers/past/deps.ts';
import { runPast } from '../../dossiers/past/run.ts';
import { findPast, updatePast } from '../../dossiers/past/store.ts';
import { derivedId } from '../../event-store/derived-id.ts';

/** Dossiers of the software that the demo desk worked with before. */
export const PAST_DOSSIERS = 48;

const headings = [
  ...['Mã hồ sơ', 'Tên thủ tục', 'Lĩnh vực', 'Chủ hồ sơ', 'Hình thức nộp', 'Ngày tiếp nhận', 'Hẹn trả'],
  ...['Ngày trả kết quả', 'Trạng thái', 'Bước', 'Cán bộ', 'Phòng ban', 'Bắt đầu', 'Kết thúc'],
];
const procedures = [
  ['Cấp Giấy xác nhận tình trạng hôn nhân', 'Hộ tịch', 3],
  ['Đăng ký khai sinh', 'Hộ tịch', 1],
  ['Chứng thực bản sao từ bản chính', 'Chứng thực', 1],
  ['Trợ cấp xã hội hằng tháng', 'Bảo trợ xã hội', 10],
] as const;
/** Steps with who did them, and at which part of the whole course each began. */
const steps = [
  ['Tiếp nhận hồ sơ', 'Nguyễn Thị Cũ', 'Bộ phận Một cửa', 0],
  ['Thẩm định', 'Trần Văn Cũ', 'Tư pháp - Hộ tịch', 0.1],
  ['Phê duyệt', 'Lê Thị Cũ', 'Lãnh đạo UBND', 0.7],
  ['Trả kết quả', 'Nguyễn Thị Cũ', 'Bộ phận Một cửa', 0.9],
] as const;
const owners = ['Phạm Thị Mẫu', 'Hồ Văn Mẫu', 'Dương Thị Mẫu', 'Lý Văn Mẫu', 'Mai Thị Mẫu'] as const;

const HOUR = 3_600_000;
const written = (instant: number): string => {
  const [day = '', time = ''] = new Date(instant + 7 * HOUR).toISOString().split('T');
  return `${day.split('-').reverse().join('/')} ${time.slice(0, 5)}`;
};

/** The list as such a software exports it: one row per step, all of the months before `first`, every ninth dossier late. */
export function pastFile(first: string, dossiers: number): string {
  const rows = Array.from({ length: dossiers }, (_, n) => {
    const day = addDays(first, -150 + Math.floor((n * 140) / dossiers));
    const received = instantOf(numberOfDay(day), 8 * HOUR + (n % 7) * 55 * 60_000);
    const [procedure, matter, days] = procedures[n % procedures.length] ?? procedures[0];
    const took = (n % 9 === 8 ? days + 2 : days * 0.8) * 24 * HOUR;
    const code = `000.00.99.H29-${day.slice(2).replaceAll('-', '')}-${String(n + 1).padStart(4, '0')}`;
    const owner = owners[n % owners.length] ?? owners[0];
    const channel = n % 4 === 0 ? 'Trực tuyến' : 'Trực tiếp';
    const whole = [code, procedure, matter, owner, channel, received, received + days * 24 * HOUR, received + took];
    return steps.map(([step, officer, department, from], at) => {
      const until = steps[at + 1]?.[3] ?? 1;
      const own = [step, officer, department, received + from * took, received + until * took];
      return [...whole, 'Đã trả kết quả', ...own].map((cell) => (typeof cell === 'number' ? written(cell) : cell));
    });
  }).flat();
  return [headings, ...rows].map((cells) => cells.join(',')).join('\r\n');
}

/** Takes that list in as an office would, by the ordinary import; one that broke off goes on, one that is done stays as it is. */
export async function importHistory(
  deps: PastDeps,
  { run, ward, first, dossiers }: { run: string; ward: string; first: string; dossiers: number },
): Promise<void> {
  const importId = derivedId(run, 'history');
  if ((await findPast(deps.pool, importId)) === null) {
    const file = pieces(Buffer.from(pastFile(first, dossiers)));
    const upload = { file, fileName: 'Hồ sơ phần mềm cũ (giả lập).csv', ward: unitNumber(ward), importId };
    await beginPast(deps, { ...upload, accountId: null, positionId: null });
  }
  await runPast(deps, importId);
  await updatePast(deps.pool, importId, { state: 'committing', done: 0, problem: null }, ['ready']);
  await runPast(deps, importId);
}

async function* pieces(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
