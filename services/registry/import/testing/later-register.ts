import { Readable } from 'node:stream';
import type { Scope } from '../../../access/scope.ts';
import { beginImport } from '../begin.ts';
import { commitImport } from '../commands.ts';
import { confirmDifferences, type Resolution } from '../confirm.ts';
import type { DifferenceKind } from '../differences.ts';
import { runImport } from '../run.ts';
import { ward, type House } from './house.ts';
import { csvOf } from './sample-register.ts';

/** Headings of a small book of households. */
export const headings = [
  'Số hộ',
  'Họ và tên',
  'Ngày sinh',
  'Giới tính',
  'Quan hệ',
  'Địa chỉ',
  'Khu phố',
  'Điện thoại',
  'Thẻ',
];
/** One person of it, all in the first neighbourhood; women by their middle name. */
export const row = (
  number: string,
  name: string,
  birth: string,
  relation: string,
  address: string,
  phone = '',
  card = '',
) => [number, name, birth, / (Thị|Nữ) /.test(name) ? 'Nữ' : 'Nam', relation, address, 'Khu phố 1', phone, card];
/** The book as it is taken in first. */
export const before = [
  row('1', 'Nguyễn Văn Cha', '01/01/1970', 'Chủ hộ', '1 Lê Lợi', '0903000001'),
  row('1', 'Trần Thị Mẹ', '02/02/1972', 'Vợ', '1 Lê Lợi'),
  row('1', 'Nguyễn Văn Anh', '03/03/1998', 'Con', '1 Lê Lợi'),
  row('1', 'Nguyễn Văn Đi', '04/04/2000', 'Con', '1 Lê Lợi'),
  row('2', 'Lê Thị Hai', '05/05/1950', 'Chủ hộ', '2 Lê Lợi'),
  row('2', 'Lê Văn Mất', '06/06/1940', 'Chồng', '2 Lê Lợi'),
  row('3', 'Phạm Văn Ba', '07/07/1980', 'Chủ hộ', '3 Lê Lợi'),
];
/** A year later: one has left, one has died, a child was born, a cousin has come, one lives on their own, one household has moved. */
export const after = [
  row('1', 'Nguyễn Văn Cha', '01/01/1970', 'Chủ hộ', '1 Lê Lợi', '0903000009'),
  row('1', 'Trần Thị Mẹ', '02/02/1972', 'Vợ', '1 Lê Lợi'),
  row('1', 'Nguyễn Thị Bé', '08/08/2026', 'Con', '1 Lê Lợi', '', 'T-1'),
  row('9', 'Nguyễn Văn Anh', '03/03/1998', 'Chủ hộ', '1 Lê Lợi'),
  row('2', 'Lê Thị Hai', '05/05/1950', 'Chủ hộ', '2 Lê Lợi'),
  row('2', 'Lê Văn Họ', '09/09/1985', 'Cháu', '2 Lê Lợi'),
  row('3', 'Phạm Văn Ba', '07/07/1980', 'Chủ hộ', '30 Trần Phú'),
];

/** Takes a book in on a day, every row of it. */
export async function takeBook(
  house: House,
  clerk: Scope,
  book: { rows: string[][]; headings: string[]; on: string },
): Promise<string> {
  house.deps.now = () => new Date(`${book.on}T03:00:00Z`);
  const id = await beginImport(house.deps, {
    file: Readable.from([Buffer.from(csvOf(book.rows, book.headings))]),
    fileName: 'so.csv',
    ward: Number(ward),
    accountId: clerk.accountId,
    positionId: null,
  });
  await runImport(house.deps, id);
  await commitImport(clerk, house.deps, id, true);
  await runImport(house.deps, id);
  await house.projector.runToHead();
  return id;
}

/** Confirms all that a later book says otherwise; of those who are missing, Lê Văn Mất has died and the others have left. */
export async function confirmAll(house: House, clerk: Scope, importId: string): Promise<void> {
  const missing = await house.app.query<{ number: number; citizen_id: string }>(
    `select number, citizen_id from app.import_differences where import_id = $1 and kind = 'missing'`,
    [importId],
  );
  const dead = await house.projectorPool.query<{ citizen_id: string }>(
    `select citizen_id from view.citizens where details->>'fullName' = 'Lê Văn Mất'`,
  );
  const died = new Set(dead.rows.map((one) => one.citizen_id));
  const numbers = missing.rows.flatMap((one) => (died.has(one.citizen_id) ? one.number : []));
  const say = (kind: DifferenceKind, resolution: Resolution | null, which: number[] | null) =>
    confirmDifferences(clerk, house.deps, importId, { kind, numbers: which, resolution, occurredOn: '2026-11-01' });
  await say('missing', 'death', numbers);
  await say('details', 'change', null);
  for (const kind of ['missing', 'birth', 'arrival', 'move', 'address'] as const) await say(kind, null, null);
  await runImport(house.deps, importId);
  await house.projector.runToHead();
}
