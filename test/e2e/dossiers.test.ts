import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openBrowser, ready, samplePages, visitAs } from './browser.ts';
import { act } from './desk-acts.ts';
import { fill, idOf, send } from './filling.ts';
import {
  command,
  openOneStop,
  procedureCode,
  procedureName,
  publishDeaths,
  sentIn,
  settledDeath,
  takenIn,
} from './one-stop.ts';

let server: TestServer;
let browser: Browser;
let desk: Awaited<ReturnType<typeof openOneStop>>;
let deaths: string;
beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ pages: 'built' }), openBrowser()]);
  desk = await openOneStop(server);
  deaths = await publishDeaths(server, desk.ward);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const main = (page: Page) => page.locator('main').innerText();
const course = (page: Page) => page.locator('#history').innerText();
const desktop = { viewport: { width: 1440, height: 900 } };

/** Another resident of the demo ward each time, as the register has them. */
async function resident(): Promise<{ id: string; fullName: string; nationalId: string }> {
  const { ward } = await samplePages(server);
  const { data } = await server.query<{
    citizens: { items: { citizen: { id: string; fullName: string; nationalId: string | null } }[] };
  }>(
    await server.signIn('tiepnhan'),
    'query ($unit: ID!) { citizens(unit: $unit, first: 40) { items { citizen { id fullName nationalId } } } }',
    { unit: idOf(ward) },
  );
  const numbered = data?.citizens.items.flatMap(({ citizen: { nationalId, ...rest } }) =>
    nationalId === null ? [] : [{ ...rest, nationalId }],
  );
  return numbered?.[met++] ?? expect.fail('no resident');
}
let met = 0;

/** A day in Việt Nam, so many days ago. */
const daysAgo = (days: number): string =>
  new Date(server.platform.now().getTime() + (7 - 24 * days) * 3_600_000).toISOString().slice(0, 10);

/** As a form shows it, and takes it. */
const shownDay = (day: string): string => day.split('-').reverse().join('/');

/** Confirms what is to be written; what is unusual about it is shown once before. */
async function confirm(page: Page, dossier: string): Promise<void> {
  await send(page);
  const [written, noticed] = [new RegExp(`${dossier}$`), page.locator('[name=noticed]')];
  await Promise.race([page.waitForURL(written), noticed.waitFor({ state: 'attached' })]);
  if (!written.test(page.url())) await send(page);
  await page.waitForURL(written);
}

/** The deaths of somebody that the register holds, by their days. */
async function deathsOf(citizenId: string): Promise<string[]> {
  const events = await server.platform.log.readStream(`citizen-${citizenId}`);
  return events.flatMap(({ type, data }) =>
    type === 'CitizenDied' && 'occurredOn' in data ? [String(data.occurredOn)] : [],
  );
}

const plain = { ...desktop, javaScriptEnabled: false };

test(
  'without script a dossier goes from the desk to its owner: taken in, papers asked for and supplied, appraised, approved, paid, settled, returned',
  { timeout: 120_000 },
  async () => {
    const owner = await resident();
    const clerk = await visitAs(browser, server, 'tiepnhan', plain);
    const { page } = clerk;
    await page.goto('/dossiers');
    await page.getByRole('link', { name: 'Tiếp nhận hồ sơ' }).first().click();
    await page.waitForURL(/\/dossiers\/new$/);
    await page.getByRole('searchbox').last().fill('tinh trang hon nhan');
    await page.getByRole('searchbox').last().press('Enter');
    await page.waitForURL(/text=tinh/);
    await page.getByRole('link', { name: procedureName }).click();
    await page.waitForURL(new RegExp(`/dossiers/new/${desk.procedureId}$`));
    await page.locator('input[name=find]').fill(owner.fullName);
    await page.locator('input[name=find]').press('Enter');
    await page.locator(`main a[href*="owner=${owner.id}"]`).click();
    await page.waitForURL(/\/form\?owner=/);
    expect(await page.locator('[name=name]').inputValue()).toBe(owner.fullName);
    expect(await main(page)).toContain('đã có trong sổ, không yêu cầu nộp lại');
    await fill(page, { papers: 'to_khai', request: 'Xác nhận để đăng ký kết hôn' });
    await send(page);
    await page.waitForURL(/\/dossiers\/[0-9a-f-]{36}\?taken$/);
    const dossier = new URL(page.url()).pathname;
    const taken = await main(page);
    expect(taken).toMatch(/H29\.146-\d{6}-\d{4}/);
    expect(taken).toContain('Hẹn trả kết quả ngày');
    expect(taken).toContain('Trần Thị Hộ Tịch');

    const officer = await visitAs(browser, server, 'hotich', plain);
    await officer.page.goto('/dossiers?tab=mine');
    expect(await main(officer.page)).toContain(owner.fullName);
    await officer.page.goto(`${dossier}/request-papers`);
    await officer.page.locator('[name=paperName]').first().fill('Tờ khai');
    await send(officer.page);
    await officer.page.getByText('Nêu ít nhất một giấy tờ').waitFor();
    expect(await officer.page.locator('[name=paperName]').first().inputValue()).toBe('Tờ khai');
    await officer.page.locator('[name=paperWrong]').first().fill('Thiếu chữ ký');
    await send(officer.page);
    await officer.page.waitForURL(new RegExp(`${dossier}$`));
    expect(await main(officer.page)).toContain('tạm dừng tính');
    await act(officer.page, dossier, 'supply-papers', { channel: 'desk' });
    expect(await main(officer.page)).toContain('trong hạn');
    await act(officer.page, dossier, 'hand-on', { note: 'Đủ điều kiện' });

    const leader = await visitAs(browser, server, 'lanhdao', plain);
    await act(leader.page, dossier, 'approve');
    await act(leader.page, dossier, 'hand-on');

    await act(page, dossier, 'request-fees');
    expect(await main(page)).toContain('15.000 đồng');
    await act(page, dossier, 'settle', { resultNumber: '12/XN' });
    await act(page, dossier, 'pay', { receiptBook: 'BL-2026', method: 'cash' });
    expect(await main(page)).toMatch(/biên lai BL-2026\/[12],/);
    await act(page, dossier, 'return');
    const told = await course(page);
    for (const step of ['Tiếp nhận', 'Yêu cầu bổ sung giấy tờ', 'Phê duyệt', 'Đã thu phí', 'Có kết quả', 'Trả kết quả'])
      expect(told).toContain(step);
    expect(await main(page)).toContain('xong trước hạn');
    await page.goto(`/citizens/${owner.id}`);
    expect(await main(page)).toContain('Đã trả kết quả');
    for (const one of [clerk, officer, leader]) {
      expect([...one.troubles, ...one.elsewhere]).toEqual([]);
      await one.context.close();
    }
  },
);

describe.each([
  ['with script', true],
  ['without script', false],
])('%s', (_name, javaScriptEnabled) => {
  const options = { ...desktop, javaScriptEnabled };

  test('the second of two officers is told who was first, and keeps what was typed', async () => {
    const dossier = `/dossiers/${await takenIn(server, desk.procedureId, 'Lê Văn Hai Người')}`;
    const second = await visitAs(browser, server, 'lanhdao', options);
    await second.page.goto(`${dossier}/stop`);
    await fill(second.page, { reason: 'Chủ hồ sơ đề nghị dừng' });
    const first = await visitAs(browser, server, 'hotich', options);
    await act(first.page, dossier, 'hand-on', { note: 'Đã thẩm định xong' });
    await send(second.page);
    await second.page.getByText('Người khác vừa xử lý hồ sơ này').first().waitFor();
    const told = await main(second.page);
    expect(told).toContain('Trần Thị Hộ Tịch: Chuyển bước');
    expect(await second.page.locator('[name=reason]').inputValue()).toBe('Chủ hồ sơ đề nghị dừng');
    await send(second.page);
    await second.page.waitForURL(new RegExp(`${dossier}$`));
    expect(await main(second.page)).toContain('Dừng xử lý');
    await second.context.close();
    await first.context.close();
  });

  test('several are handed on at once from the list; the page says of each what happened, and nobody’s twice', async () => {
    const [first, second] = [
      await takenIn(server, desk.procedureId, 'Võ Thị Cùng Lúc'),
      await takenIn(server, desk.procedureId, 'Võ Văn Cùng Lúc'),
    ];
    const { page, context, troubles } = await visitAs(browser, server, 'hotich', options);
    await page.goto('/dossiers?tab=team');
    for (const id of [first, second]) await page.locator(`main input[name=on][value^="${id}"]`).check();
    // Somebody is first with the second of them.
    const other = await visitAs(browser, server, 'lanhdao', options);
    await act(other.page, `/dossiers/${second}`, 'national-code', { nationalCode: 'H29.146-261120-0099' });
    await other.context.close();
    await page.getByRole('button', { name: 'Chuyển bước tiếp theo' }).click();
    await page.getByText('Đã làm 1/2 hồ sơ').waitFor();
    expect(await main(page)).toContain('không làm');
    await page.locator(`main input[name=on][value^="${second}"]`).check();
    await page.getByRole('button', { name: 'Chuyển bước tiếp theo' }).click();
    await page.getByText('Đã làm 1/1 hồ sơ').waitFor();
    await page.goto(`/dossiers/${first}`);
    expect(await course(page)).toContain('Chuyển bước');
    expect(troubles).toEqual([]);
    await context.close();
  });

  test(
    'a settled dossier is written into the register once: proposed, corrected, confirmed; who comes late is told',
    { timeout: 90_000 },
    async () => {
      const [dead, other] = [await resident(), await resident()];
      const diedOn = daysAgo(1);
      const dossier = `/dossiers/${await settledDeath(server, deaths, { ...dead, diedOn })}`;
      const late = `/dossiers/${await settledDeath(server, deaths, { ...other, diedOn })}`;
      const { page, context, troubles } = await visitAs(browser, server, 'hotich', options);
      const stands = (one: Page): Promise<void> => (javaScriptEnabled ? ready(one) : Promise.resolve());

      await page.goto('/');
      await page.getByRole('link', { name: 'hồ sơ chờ ghi sổ' }).click();
      await page.waitForURL(/tab=toWrite/);
      expect(await main(page)).toContain(`Người khai tử ${dead.fullName}`);
      await page.goto(dossier);
      const shown = await main(page);
      for (const said of ['Họ, chữ đệm, tên người chết', 'Ngày chết', shownDay(diedOn)]) expect(shown).toContain(said);
      expect(shown).not.toMatch(/dead|died/);

      /** The page of the register in a window of its own, corrected. */
      const correcting = async (of: string, values: Record<string, string>): Promise<Page> => {
        const window = await context.newPage();
        await window.goto(`${of}/register`);
        await stands(window);
        await fill(window, values);
        return window;
      };
      const corrected = { occurredOn: shownDay(daysAgo(2)), evidenceNumber: '6/TL' };
      await page.locator(`main a[href="${dossier}/register"]`).first().click();
      await page.waitForURL(/\/register$/);
      await stands(page);
      expect(await main(page)).toContain(`Hồ sơ ghi: ${dead.fullName} · ${dead.nationalId}`);
      expect(await page.locator('[name=deceased]:checked').inputValue()).toBe(dead.id);
      expect(await page.locator('[name=evidenceNumber]').inputValue()).toBe('5/TL');
      expect(await page.locator('[name=occurredOn]').inputValue()).toBe(shownDay(diedOn));
      const [again, otherwise, meanwhile] = [
        await correcting(dossier, corrected),
        await correcting(dossier, { occurredOn: shownDay(daysAgo(3)) }),
        await correcting(late, {}),
      ];
      await fill(page, corrected);
      await confirm(page, dossier);
      expect(await course(page)).toContain('Ghi vào sổ dân cư');
      expect(await page.locator('main a[href$="/register"]').count()).toBe(0);
      await page.goto(`/citizens/${dead.id}`);
      expect(await main(page)).toContain(`Đã mất ngày ${corrected.occurredOn}`);

      // Sent a second time it is the same; sent otherwise it is too late, and nothing of it stands.
      await confirm(again, dossier);
      await send(otherwise);
      await otherwise.getByText('Người khác vừa xử lý hồ sơ này').first().waitFor();
      expect(await main(otherwise)).toContain('Trần Thị Hộ Tịch: Ghi vào sổ dân cư');
      expect(await deathsOf(dead.id)).toEqual([daysAgo(2)]);

      // The register has moved on by another way: said, and the dossier waits as before.
      await command(
        server,
        'hotich',
        'mutation ($meta: CommandMeta!, $citizenId: ID!, $occurredOn: Day!) { recordDeath(meta: $meta, citizenId: $citizenId, occurredOn: $occurredOn) { position } }',
        { citizenId: other.id, occurredOn: diedOn },
      );
      await send(meanwhile);
      await meanwhile.getByText('Người này đã mất.').first().waitFor();
      expect(await deathsOf(other.id)).toEqual([diedOn]);
      await page.goto('/dossiers?tab=toWrite');
      expect(await main(page)).toContain(`Người khai tử ${other.fullName}`);
      expect(await main(page)).not.toContain(`Người khai tử ${dead.fullName}`);
      await act(page, late, 'unregistered', { reason: 'Đã ghi theo giấy báo tử' });
      expect(await course(page)).toContain('Đã ghi theo giấy báo tử');
      expect(troubles).toEqual([]);
      await context.close();
    },
  );

  test('what would double an open dossier is shown first', async () => {
    const { page, context } = await visitAs(browser, server, 'tiepnhan', options);
    const owner = await resident();
    for (const round of [1, 2]) {
      await page.goto(`/dossiers/new/${desk.procedureId}/form?owner=${owner.id}`);
      await send(page);
      if (round === 2) {
        await page.getByText('Có thể hồ sơ này đã được tiếp nhận').waitFor();
        await page.locator('[name=compared]').check();
        await send(page);
      }
      await page.waitForURL(/\?taken$/);
    }
    await context.close();
  });
});

// With script: whole-way.test.ts.
test('without script, what was sent in from home is taken in with what was said there, or declined with a reason', async () => {
  const [taken, declined] = [
    await sentIn(server, desk.procedureId, 'Phạm Thị Gửi Từ Nhà'),
    await sentIn(server, desk.procedureId, 'Phạm Văn Thiếu Giấy'),
  ];
  const { page, context, troubles } = await visitAs(browser, server, 'tiepnhan', {
    ...desktop,
    javaScriptEnabled: false,
  });
  await page.goto('/dossiers?tab=incoming');
  expect(await main(page)).toContain('Phạm Thị Gửi Từ Nhà');
  await page.goto(`/dossiers/${taken}`);
  await page.getByRole('link', { name: 'Tiếp nhận', exact: true }).click();
  await page.waitForURL(/\/take$/);
  expect(await page.locator('[name=name]').inputValue()).toBe('Phạm Thị Gửi Từ Nhà');
  expect(await page.locator('[name=request]').inputValue()).toBe('Để vay vốn');
  await send(page);
  await page.waitForURL(new RegExp(`${taken}\\?taken$`));
  expect(await main(page)).toMatch(/H29\.146-\d{6}-\d{4}/);
  expect(await main(page)).toContain('Trực tuyến');
  await act(page, `/dossiers/${declined}`, 'decline', { reason: 'Không thuộc địa bàn', legalBasis: 'Điều 21' });
  expect(await main(page)).toContain('Không được tiếp nhận');
  expect(await main(page)).toContain('Không thuộc địa bàn');
  expect(troubles).toEqual([]);
  await context.close();
});

test('the catalogue and the calendar are set up on their pages, a version in force replaces the one before', async () => {
  const { page, context, troubles } = await visitAs(browser, server, 'lanhdao', desktop);
  await page.goto('/admin/one-stop');
  await page.getByRole('link', { name: /2026/ }).first().click();
  await page.waitForURL(/calendar\?year=2026/);
  await send(page);
  await page.waitForURL(/\/admin\/one-stop\?/);
  expect(await main(page)).toMatch(/2026\s+đã xác nhận/);
  await page.goto('/admin/procedures?text=hon+nhan');
  await page.getByRole('link', { name: procedureName }).click();
  await page.getByRole('link', { name: 'Phiên bản mới' }).click();
  await page.waitForURL(/\/version$/);
  expect(await main(page)).toContain(procedureCode);
  await fill(page, { termAmount: 'hai', termUnit: 'working_days' });
  await send(page);
  await page.getByText('Thời hạn cần số cùng đơn vị').waitFor();
  expect(await page.locator('[name="step.name"]').nth(1).inputValue()).toBe('Thẩm định');
  await fill(page, { termAmount: '2' });
  await send(page);
  await page.waitForURL(/\/admin\/procedures\/[0-9a-f-]{36}$/);
  const shown = await main(page);
  expect(shown).toContain('Phiên bản 2');
  expect(shown).toContain('giảm 33,3% (30–50%)');
  expect(troubles).toEqual([]);
  await context.close();
});

test('a catalogue is checked on its page, then published, and what it left open is asked for', async () => {
  const { page, context } = await visitAs(browser, server, 'lanhdao', { ...desktop, javaScriptEnabled: false });
  await page.goto('/admin/procedures');
  await page.getByRole('link', { name: 'Nhập danh mục' }).click();
  await page.waitForURL(/\/catalogue\?ward=/);
  const rows = [
    'code,name,field,decision,channel_time_fee_raw,result,result_code',
    '9.000001,Thủ tục thử không đơn vị,Hộ tịch,1/QĐ,Trực tiếp5Miễn phí,Giấy xác nhận,',
    'sai mã,Dòng sai,Hộ tịch,1/QĐ,,,',
  ];
  const file = { name: 'danh-muc.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Kiểm tra' }).last().click();
  await page.getByText('Sẽ công bố 1 thủ tục').waitFor();
  expect(await main(page)).toContain('Mã thủ tục không đúng dạng');
  await page.getByRole('button', { name: 'Công bố 1 thủ tục từ hôm nay' }).click();
  await page.getByText('Đã công bố 1 thủ tục').waitFor();
  expect(await main(page)).toContain('Thời hạn 5 không ghi đơn vị');
  await page.getByRole('link', { name: 'Bổ sung thời hạn' }).click();
  await page.waitForURL(/without-term=1/);
  expect(await main(page)).toContain('Thủ tục thử không đơn vị');
  expect(await main(page)).not.toContain(procedureName);
  await context.close();
});
