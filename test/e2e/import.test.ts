import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { oldCsv, oldRows } from '@nocgia/services/dossiers/past/testing/old-software.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openBrowser, overflow, ready, visitAs } from './browser.ts';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ pages: 'built' }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const register = [
  'STT,Họ và tên,Ngày sinh,Giới tính,Số nhà,Đường,Khu phố,Quan hệ với chủ hộ,Số hộ',
  '1,Nguyễn Văn Ảnh,05/06/1970,Nam,77/1,Tô Hiến Thành,Khu phố 1,Chủ hộ,A1',
  '2,Trần Thị Ưng,31/02/1975,Nữ,77/1,Tô Hiến Thành,Khu phố 1,Vợ,A1',
  '3,Nguyễn Thị Ý,2001,Nữ,77/1,Tô Hiến Thành,Khu phố 1,Con đẻ,A1',
  '4,,01/01/1980,Nam,79,Tô Hiến Thành,Khu phố 1,Chủ hộ,A2',
].join('\n');

test(
  'a small register: upload, check, commit with progress, and its people are found',
  { timeout: 120_000 },
  async () => {
    const { page, context } = await visitAs(browser, server, 'hotich');
    await page.goto('/imports/new');
    await ready(page);
    await page
      .locator('#file')
      .setInputFiles({ name: 'so-khu-pho-1.csv', mimeType: 'text/csv', buffer: Buffer.from(register) });
    await page.getByRole('button', { name: 'Tải lên và đọc' }).click();
    await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
    const commit = page.getByRole('button', { name: /^Ghi \d+ dòng tốt$/ });
    const check = page.getByRole('button', { name: 'Kiểm tra', exact: true });
    await commit.or(check).first().waitFor({ timeout: 60_000 });
    if (await check.isVisible()) await check.click();
    await commit.waitFor({ timeout: 60_000 });
    const result = await page.locator('main').innerText();
    expect(result).toContain('Nguyễn Văn Ảnh');
    expect(result).toContain('Không có họ tên');
    expect(await commit.innerText()).toBe('Ghi 3 dòng tốt');
    await page.getByRole('link', { name: 'Lỗi', exact: true }).click();
    await page.waitForURL('**?state=error*');
    expect(await page.locator('#rows tbody tr').count()).toBe(1);
    await commit.click();
    await page.locator('main header').getByText('Đã ghi xong').waitFor({ timeout: 60_000 });

    await page.goto('/search');
    await page.locator('input[name=text]').fill('anh van nguyen to hien thanh');
    await page.locator('input[name=text]').press('Escape');
    await page.locator('input[name=text]').fill('van anh nguyen');
    await page.locator('input[name=text]').press('Enter');
    await page.getByRole('main').getByText('Nguyễn Văn Ảnh').first().waitFor();
    await context.close();
  },
);

test('the history of dossiers: upload, check, commit; found by its code, it says what it is and offers nothing to do', async () => {
  const { page, context } = await visitAs(browser, server, 'hotich');
  await page.goto('/imports');
  await ready(page);
  await page.getByRole('link', { name: 'Lịch sử hồ sơ' }).click();
  await page.getByRole('link', { name: 'Nhập tệp lịch sử hồ sơ' }).first().click();
  await page.waitForURL('**/imports/dossiers/new');
  await ready(page);
  // The eighth is closed before it was opened.
  const rows = oldRows(12).map((cells, index) => (index === 45 ? cells.with(16, '01/01/2023 08:00') : cells));
  await page
    .locator('#file')
    .setInputFiles({ name: 'mot-cua-cu.csv', mimeType: 'text/csv', buffer: Buffer.from(oldCsv(rows)) });
  await page.getByRole('button', { name: 'Tải lên và đọc' }).click();
  await page.waitForURL(/\/imports\/dossiers\/[0-9a-f-]{36}$/);
  const commit = page.getByRole('button', { name: 'Ghi 11 hồ sơ' });
  await commit.waitFor({ timeout: 30_000 });
  expect(await page.locator('main').innerText()).toContain('Bước kết thúc trước khi bắt đầu');
  expect(await faults(page)).toEqual([]);
  await commit.click();
  await page.locator('main header').getByText('Đã ghi xong').waitFor({ timeout: 30_000 });
  await page.goto('/dossiers?tab=over&text=000.23.41.H29-230102-0001');
  await page.getByRole('main').getByRole('link', { name: '000.23.41.H29-230102-0001' }).first().click();
  await page.getByText('Hồ sơ của phần mềm cũ').waitFor();
  const shown = await page.locator('main').innerText();
  for (const text of ['Lê Quang Vinh', 'Tư pháp - Hộ tịch', '02/01/2023 08:00', 'xong đúng hạn'])
    expect(shown).toContain(text);
  expect(await page.locator('main form').count()).toBe(0);
  expect(await faults(page)).toEqual([]);
  await context.close();
});

test('what is no register is refused with a sentence, beside the form', async () => {
  const { page, context } = await visitAs(browser, server, 'hotich');
  await page.goto('/imports/new');
  await ready(page);
  await page.locator('#file').setInputFiles({
    name: 'ảnh.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]),
  });
  await page.getByRole('button', { name: 'Tải lên và đọc' }).click();
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').innerText()).toContain('không phải tệp Excel');
  expect(new URL(page.url()).pathname).toBe('/imports/new');
  await context.close();
});

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe calls serious or critical on the page, and by how much it is wider than a phone. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    interface Result {
      violations: { id: string; impact: string; nodes: { target: string[] }[] }[];
    }
    const { axe } = window as typeof window & { axe: { run(): Promise<Result> } };
    const { violations } = await axe.run();
    return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id);
  });
  const wide = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  const beyond = await overflow(page);
  if (wide) await page.setViewportSize(wide);
  return beyond > 0 ? [...found, `${beyond} px too wide`] : found;
}

/** Uploads a file and waits until its rows are checked; answers the path of its page. */
async function upload(page: Page, name: string, lines: readonly string[]): Promise<string> {
  await page.goto('/imports/new');
  await ready(page);
  const buffer = Buffer.from(lines.join('\n'));
  await page.locator('#file').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Tải lên và đọc' }).click();
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
  await page.getByRole('heading', { name: 'Kết quả kiểm tra' }).waitFor({ timeout: 60_000 });
  return new URL(page.url()).pathname;
}
async function write(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Ghi \d+ dòng tốt$|^Kết thúc lần nhập/ }).click();
  await page.locator('main header').getByText('Đã ghi xong').waitFor({ timeout: 60_000 });
}

const heading = 'Họ và tên,Ngày sinh,Giới tính,Địa chỉ,Khu phố,Quan hệ với chủ hộ,Số hộ,Ghi nhận';
const family = [
  heading,
  'Đinh Văn Trụ,05/06/1970,Nam,5 Đường Thử Nghiệm,Khu phố 1,Chủ hộ,Z1,a',
  'Bạch Thị Ở Lại,01/02/1975,Nữ,5 Đường Thử Nghiệm,Khu phố 1,Vợ,Z1,b',
  'Đinh Văn Đi Xa,03/04/2000,Nam,5 Đường Thử Nghiệm,Khu phố 1,Con đẻ,Z1,c',
];

test(
  'a later file shows what has changed; confirmed in the browser, it is recorded',
  { timeout: 180_000 },
  async () => {
    const { page, context, troubles } = await visitAs(browser, server, 'hotich');
    await upload(page, 'so-z.csv', family);
    await write(page);
    const later = [...family.slice(0, 3), 'Đinh Thị Mới Về,09/09/1999,Nữ,5 Đường Thử Nghiệm,Khu phố 1,Con dâu,Z1,d'];
    const path = await upload(page, 'so-z-sau.csv', later);
    await page.getByRole('link', { name: /^2 điều tệp này nói khác với sổ$/ }).waitFor();
    await write(page);
    await page.goto(`${path}/differences?kind=arrival`);
    await ready(page);
    expect(await page.locator('main tbody').innerText()).toContain('Đinh Thị Mới Về');
    expect(await faults(page)).toEqual([]);
    await page.locator('input[name=number]').first().check();
    await page.getByRole('button', { name: 'Xác nhận các mục đã chọn' }).click();
    await page.locator('main tbody').getByText('Đã ghi').waitFor({ timeout: 30_000 });
    await page.getByRole('link', { name: /^Có trong sổ, không có trong tệp/ }).click();
    await page.waitForURL('**kind=missing*');
    expect(await page.locator('main tbody').innerText()).toContain('Đinh Văn Đi Xa');
    await page.getByRole('button', { name: 'Xác nhận tất cả 1 mục' }).click();
    await page.locator('main tbody').getByText('Đã ghi').waitFor({ timeout: 30_000 });

    // Nothing is left to say, but for who has left.
    await upload(page, 'so-z-lai.csv', later);
    const summary = await page.getByRole('region', { name: 'Kết quả kiểm tra' }).innerText();
    expect(summary.replace(/\s+/g, ' ')).toContain('Không đổi 3');
    expect(troubles).toEqual([]);
    await context.close();
  },
);

test('columns matched once are a template; a likely double is shown side by side', { timeout: 120_000 }, async () => {
  const { page, context } = await visitAs(browser, server, 'hotich');
  const odd = [heading, 'Đinh Văn Trụ,06/05/1970,Nam,77 Đường Khác,Khu phố 2,Chủ hộ,Y9,e'];
  const path = await upload(page, 'so-y.csv', odd);
  await page.getByRole('link', { name: '1 dòng có thể là người đã có trong sổ' }).click();
  await page.waitForURL('**/likely');
  await ready(page);
  const beside = await page.locator('main').innerText();
  expect(beside).toContain('5/6/1970'.replace('5/6', '05/06'));
  expect(beside).toContain('ngày và tháng sinh đảo nhau');
  expect(await faults(page)).toEqual([]);
  await page.getByLabel('Là người này').check();
  await page.getByRole('button', { name: 'Lưu và kiểm tra lại' }).click();
  await page.waitForURL(`**${path}`);
  await page.getByRole('heading', { name: 'Kết quả kiểm tra' }).waitFor({ timeout: 60_000 });
  expect((await page.getByRole('region', { name: 'Kết quả kiểm tra' }).innerText()).replace(/\s+/g, ' ')).toContain(
    'Cập nhật 1',
  );
  await page.getByText('Kiểm tra lại', { exact: true }).first().click();
  await page.locator('input[name=name]').fill('Sổ thử');
  await page.getByRole('button', { name: 'Lưu mẫu' }).click();
  await page.getByText('Các cột được nhận theo mẫu “Sổ thử”.').waitFor({ state: 'attached' });
  await upload(page, 'so-x.csv', odd);
  await page.getByText('Các cột được nhận theo mẫu “Sổ thử”.').waitFor({ state: 'attached' });
  await context.close();
});

test('an import is taken back, after the counts were seen', { timeout: 120_000 }, async () => {
  const { page, context, troubles } = await visitAs(browser, server, 'hotich');
  const path = await upload(page, 'nham.csv', [
    heading,
    'Quách Văn Nhầm,05/06/1970,Nam,91 Đường Nhầm,Khu phố 1,Chủ hộ,N1,a',
    'Quách Thị Nhầm,01/02/1999,Nữ,91 Đường Nhầm,Khu phố 1,Con đẻ,N1,b',
  ]);
  await write(page);
  await page.getByRole('link', { name: 'Thu hồi lần nhập này' }).click();
  await page.waitForURL('**/withdraw');
  await ready(page);
  expect((await page.locator('main dl').innerText()).split(/\s*\n\s*/)).toEqual([
    ...['Người rút lại', '2', 'Hộ rút lại', '1', 'Nóc gia rút lại', '1', 'Giữ lại', '0'],
  ]);
  expect(await faults(page)).toEqual([]);
  await page.locator('select[name=reason]').selectOption('wrong_file');
  await page.getByRole('button', { name: 'Thu hồi 2 người' }).click();
  await page.waitForURL(`**${path}`);
  await page.locator('main header').getByText('Đã thu hồi').first().waitFor({ timeout: 60_000 });
  expect(await page.locator('main').innerText()).toContain('Nhập nhầm tệp');
  await page.goto(`${path}/kept`);
  await ready(page);
  expect(await faults(page)).toEqual([]);
  await page.goto('/search?q=quach%20van%20nham');
  await ready(page);
  expect(await page.locator('main').innerText()).not.toContain('Quách Văn Nhầm');
  expect(troubles).toEqual([]);
  await context.close();
});
