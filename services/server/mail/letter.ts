import { dayInVietnam, localTime } from '@nocgia/schemas/days.ts';
import { accountOf, accountStream } from '../../access/account/account-state.ts';
import { isId } from '../../access/paging.ts';
import { dueAt } from '../../dossiers/clock/due.ts';
import { dossierStream, type DossierStatus } from '../../dossiers/dossier/dossier-state.ts';
import { noticesOf } from '../../dossiers/dossier/notices.ts';
import { rowAt } from '../../dossiers/dossier/row-at.ts';
import type { DossierRow } from '../../dossiers/dossier/rows.ts';
import { statusOf } from '../../dossiers/dossier/type.ts';
import { oneStopOf, oneStopStream } from '../../dossiers/one-stop/one-stop.ts';
import { procedureOf, procedureStream, stepOf, versionNumbered } from '../../dossiers/procedure/procedure.ts';
import { lookupCode, showLookupCode } from '../../dossiers/public/lookup-code.ts';
import type { Log, RecordedEvent } from '../../event-store/log.ts';

/** A letter as it goes out, and to whom. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
}

const states: Readonly<Record<DossierStatus, string>> = {
  submitted: 'đã gửi, chờ tiếp nhận',
  accepted: 'đã được tiếp nhận',
  declined: 'không được tiếp nhận',
  processing: 'đang xử lý',
  awaiting_papers: 'cần bổ sung giấy tờ',
  awaiting_fees: 'cần nộp phí, lệ phí',
  withdrawn: 'đã rút theo yêu cầu',
  stopped: 'đã dừng xử lý',
  settled: 'đã có kết quả',
  returned: 'đã trả kết quả',
};

/** What the person is to do now, where there is something. */
function toDo({ status, return_by: by }: DossierRow, link: string | null): string | null {
  const where = link === null ? 'tại trang tra cứu của cơ quan hoặc tại quầy' : 'tại trang tra cứu dưới đây';
  switch (statusOf(status)) {
    case 'awaiting_papers':
      return `Xem giấy tờ cần bổ sung và gửi bổ sung ${where}.`;
    case 'awaiting_fees':
      return `Xem khoản phải nộp và cách nộp ${where}.`;
    case 'declined':
    case 'stopped':
      return `Xem lý do ${where}.`;
    case 'settled':
      return by === 'online' ? null : 'Mời đến nhận kết quả theo cách đã đăng ký.';
    case 'returned':
      return by === 'online' ? `Xem và tải kết quả ${where}.` : null;
    default:
      return null;
  }
}

/** `16:05 ngày 20/11/2026` */
function atTime(instant: string): string {
  const minutes = Math.floor(localTime(Date.parse(instant)).time / 60_000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = dayInVietnam(new Date(instant)).split('-').reverse().join('/');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)} ngày ${day}`;
}

async function nameOf(log: Log, accountId: string | null): Promise<string | null> {
  if (accountId === null || !isId(accountId)) return null;
  return accountOf(await log.readStream(accountStream(accountId)))?.displayName ?? null;
}

/**
 * The letter about a dossier as it stood at a version: agency, who took it in and who has it, when it came, is due and was returned
 * (Decree 224/2026/NĐ-CP, art. 15.1.g), and where to follow it; neither the matter nor any of its people. Null where none is wanted any
 * more, or there is no address.
 */
export async function letterOf(
  log: Log,
  { dossierId, version, origin }: { dossierId: string; version: number; origin: string | null },
): Promise<Letter | null> {
  const events = await log.readStream(dossierStream(dossierId));
  const { wanted, address } = noticesOf(events);
  if (!wanted || address === null) return null;
  const { procedureId = '', procedureVersion = 0, ward = '' } = begunBy(events);
  const read = await log.readStreams([procedureStream(procedureId), oneStopStream(ward)]);
  const procedure = procedureOf(read.get(procedureStream(procedureId)));
  const content = procedure && versionNumbered(procedure, procedureVersion)?.content;
  const desk = oneStopOf(read.get(oneStopStream(ward)));
  const row = content && rowAt(events, content, version);
  if (!row || !desk) return null;

  const code = row.code ?? showLookupCode(lookupCode(dossierId));
  const state = states[statusOf(row.status)];
  const taken = events.find(({ type, version: at }) => type === 'DossierTakenIn' && at <= version);
  const step = row.step === null ? null : (stepOf(content, row.step)?.name ?? null);
  const link = origin === null ? null : `${origin}/follow?code=${encodeURIComponent(code)}`;
  const facts: [string, string | null][] = [
    ['Cơ quan', desk.deskName],
    ['Hồ sơ', code],
    ['Tình trạng', state],
    ['Gửi lúc', row.submitted_at && atTime(row.submitted_at)],
    ['Tiếp nhận lúc', row.received_at && atTime(row.received_at)],
    ['Người tiếp nhận', await nameOf(log, taken?.context.actor ?? null)],
    ['Đang ở bước', row.ended_at === null ? step : null],
    ['Người xử lý', await nameOf(log, row.assignee)],
    ['Hẹn trả', row.due_at && row.ended_at === null ? dueAt(row.due_at).day.split('-').reverse().join('/') : null],
    ['Xử lý xong lúc', row.ended_at && atTime(row.ended_at)],
    ['Trả kết quả lúc', row.returned && atTime(row.returned.at)],
  ];
  const lines = [
    `${desk.deskName} thông báo tình trạng hồ sơ:`,
    '',
    ...facts.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])),
    ...(toDo(row, link) === null ? [] : ['', toDo(row, link) ?? '']),
    '',
    ...(link === null ? [] : [`Tra cứu bằng mã hồ sơ và 4 số cuối điện thoại: ${link}`]),
    ...(desk.phone === null ? [] : [`Điện thoại: ${desk.phone}`]),
    '',
    'Thư tự động theo Điều 15 Nghị định 224/2026/NĐ-CP. Để thôi nhận thư, báo bộ phận một cửa.',
  ];
  return { to: address, subject: `Hồ sơ ${code}: ${state}`, text: `${lines.join('\n')}\n` };
}

/** Ward, procedure and version that a dossier goes by. */
function begunBy(events: readonly RecordedEvent[]): { procedureId?: string; procedureVersion?: number; ward?: string } {
  return events.findLast(({ type }) => type === 'DossierTakenIn' || type === 'DossierSubmitted')?.data ?? {};
}
