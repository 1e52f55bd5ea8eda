import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/server.ts';
import { main, openBrowser, ready, samplePages, visitAs } from './browser.ts';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ pages: 'built' }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const heading = (page: Page) => page.locator('h1').innerText();

describe('from the ward down to a person', () => {
  test('neighbourhood, dwelling, household, citizen, by links alone', async () => {
    const { page, context } = await visitAs(browser, server, 'hotich');
    await page.goto('/');
    await page.getByRole('link', { name: 'Địa bàn' }).click();
    await page.waitForURL(/\/units\/\d{5}$/);
    await page.locator('main tbody a').first().click();
    await page.waitForURL(/\/units\/\d{5}-\d{3}$/);
    const dwelling = page
      .locator('main tbody tr')
      .filter({ hasNot: page.locator('td:nth-child(3):text-is("0")') })
      .first();
    await dwelling.getByRole('link').first().click();
    await page.waitForURL(/\/dwellings\//);
    await page.locator('main article h3 a').first().click();
    await page.waitForURL(/\/households\//);
    const member = page.locator('main tbody tr a').first();
    const name = await member.innerText();
    await member.click();
    await page.waitForURL(/\/citizens\//);
    expect(await heading(page)).toBe(name);
    expect(await main(page)).toContain('Ghi nhận công dân');
    await context.close();
  });
});

describe('correcting a person', () => {
  test('the new value stands on the page at once, and its history says who and what it was', async () => {
    const { page, context } = await visitAs(browser, server, 'hotich');
    const { citizen } = await samplePages(server);
    await page.goto(`${citizen}/edit`);
    await ready(page);
    await page.locator('#field-homeTown').fill('Xã Vĩnh Lộc A, huyện Bình Chánh');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.waitForURL(`**${citizen}`);
    expect(await main(page)).toContain('Xã Vĩnh Lộc A, huyện Bình Chánh');
    const history = await page.locator('#history').innerText();
    expect(history).toContain('Sửa thông tin');
    expect(history).toContain('Trần Thị Hộ Tịch');
    await context.close();
  });

  test('a faulty value keeps all that was typed and names the field', async () => {
    const { page, context } = await visitAs(browser, server, 'hotich');
    const { citizen } = await samplePages(server);
    await page.goto(`${citizen}/edit`);
    await ready(page);
    await page.locator('#field-nationalId').fill('12345');
    await page.locator('#field-otherName').fill('Út');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.locator('#field-nationalId').getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('#field-nationalId-error').innerText()).toContain('12 chữ số');
    expect(await page.locator('#field-otherName').inputValue()).toBe('Út');
    await context.close();
  });

  test('two clerks at once: other fields are merged, the same field shows both values, by whom, and keeps what was typed', async () => {
    const { citizen } = await samplePages(server);
    const first = await visitAs(browser, server, 'hotich');
    const second = await visitAs(browser, server, 'hotich');
    for (const { page } of [first, second]) {
      await page.goto(`${citizen}/edit`);
      await ready(page);
    }
    await first.page.locator('#field-otherName').fill('Tên của người thứ nhất');
    await first.page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await first.page.waitForURL(`**${citizen}`);

    await second.page.locator('#field-otherName').fill('Tên của người thứ hai');
    await second.page.locator('#field-birthPlace').fill('Bệnh viện Từ Dũ');
    await second.page.getByRole('button', { name: 'Lưu', exact: true }).click();
    const clash = second.page.getByRole('alert').filter({ hasText: 'Người khác vừa sửa cùng một ô' });
    await clash.waitFor();
    const text = await clash.innerText();
    expect(text).toContain('Tên của người thứ nhất');
    expect(text).toContain('Tên của người thứ hai');
    expect(text).toContain('Trần Thị Hộ Tịch');
    expect(await second.page.locator('#field-otherName').inputValue()).toBe('Tên của người thứ hai');
    expect(await second.page.locator('#field-birthPlace').inputValue()).toBe('Bệnh viện Từ Dũ');

    await second.page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await second.page.waitForURL(`**${citizen}`);
    const saved = await main(second.page);
    expect(saved).toContain('Tên của người thứ hai');
    expect(saved).toContain('Bệnh viện Từ Dũ');
    await first.context.close();
    await second.context.close();
  });

  test('a double click records once', async () => {
    const { page, context } = await visitAs(browser, server, 'hotich');
    const { citizen } = await samplePages(server);
    await page.goto(`${citizen}/edit`);
    await ready(page);
    await page.locator('#field-birthPlace').fill('Nhà hộ sinh Bình Thới');
    await page.getByRole('button', { name: 'Lưu', exact: true }).dblclick();
    await page.waitForURL(`**${citizen}`);
    await page.reload();
    const entries = page
      .locator('#history li')
      .filter({ hasText: 'Nhà hộ sinh Bình Thới' })
      .filter({ hasText: 'Sửa thông tin' });
    expect(await entries.count()).toBe(1);
    await context.close();
  });
});

describe('recording', () => {
  test('a dwelling, a household in it, and its head', async () => {
    const { page, context } = await visitAs(browser, server, 'hotich');
    const { ward } = await samplePages(server);
    await page.goto(`/dwellings/new?unit=${ward.split('/').at(-1)}`);
    await ready(page);
    await page.locator('#field-houseNumber').fill('12/3/4A');
    await page.locator('#field-street').fill('Lạc Long Quân');
    await page.getByRole('button', { name: 'Ghi nhận' }).click();
    await page.waitForURL(/\/dwellings\/[0-9a-f-]{36}$/);
    expect(await heading(page)).toBe('12/3/4A Lạc Long Quân');
    await page.getByRole('link', { name: 'Lập hộ' }).click();
    await page.locator('#field-number').fill('7788');
    await page.getByRole('button', { name: 'Ghi nhận' }).click();
    await page.waitForURL(/\/households\/[0-9a-f-]{36}$/);
    await page.getByRole('link', { name: 'Ghi người mới' }).click();
    await page.locator('#field-fullName').fill('Công Tằng Tôn Nữ Huyền Trân Diễm Phượng');
    await page.locator('#field-birth').fill('1/3/1960');
    await page.getByRole('button', { name: 'Ghi nhận' }).click();
    await page.waitForURL(/\/citizens\/[0-9a-f-]{36}$/);
    expect(await heading(page)).toBe('Công Tằng Tôn Nữ Huyền Trân Diễm Phượng');
    const text = await main(page);
    expect(text).toContain('01/03/1960');
    expect(text).toContain('Chủ hộ');
    await context.close();
  });

  test('somebody who may be known already is shown before being recorded', async () => {
    const { page, context } = await visitAs(browser, server, 'hotich');
    const { citizen, household } = await samplePages(server);
    await page.goto(citizen);
    const name = await heading(page);
    await page.goto(`/citizens/new?household=${household.split('/').at(-1)}`);
    await ready(page);
    await page.locator('#field-fullName').fill(name);
    await page.locator('#field-relation').selectOption('other');
    await page.getByRole('button', { name: 'Ghi nhận' }).click();
    await page.getByText('Có thể người này đã được ghi').waitFor();
    expect(await page.locator('#field-fullName').inputValue()).toBe(name);
    expect(new URL(page.url()).pathname).toBe('/citizens/new');
    await context.close();
  });
});

describe('masked fields', () => {
  const masked = async (page: Page, citizen: string) => {
    await page.goto(citizen);
    return page.getByRole('link', { name: 'Xem đầy đủ: Số định danh' });
  };

  test('are shown for a purpose, in a dialog, and the look is on record', async () => {
    const { page, context } = await visitAs(browser, server, 'khupho');
    const { citizen } = await withNationalId('khupho');
    const link = await masked(page, citizen);
    await ready(page);
    expect(await main(page)).toMatch(/\d{3}\*{5,}\d{2,4}/);
    await link.click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await dialog.getByRole('button', { name: 'Xem', exact: true }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByText('Xác minh danh tính').click();
    await dialog.getByRole('button', { name: 'Xem', exact: true }).click();
    await dialog.getByRole('status').waitFor();
    expect((await dialog.innerText()).replace(/\s/g, '')).toMatch(/\d{12}/);
    await context.close();

    const auditor = await visitAs(browser, server, 'kiemtra');
    await auditor.page.goto(citizen);
    expect(await main(auditor.page)).toContain('Xác minh danh tính');
    await auditor.context.close();
  });

  test('also without script, on a page of their own', async () => {
    const { page, context } = await visitAs(browser, server, 'khupho', { javaScriptEnabled: false });
    const { citizen } = await withNationalId('khupho');
    await (await masked(page, citizen)).click();
    await page.waitForURL('**/reveal?field=nationalId');
    await page.getByLabel('Giải quyết hồ sơ').check();
    await page.getByRole('button', { name: 'Xem', exact: true }).click();
    expect((await main(page)).replace(/\s/g, '')).toMatch(/\d{12}/);
    await context.close();
  });

  /** A resident with an id that this reader sees masked. */
  async function withNationalId(username: string): Promise<{ citizen: string }> {
    const cookie = await server.signIn(username);
    const { data: scope } = await server.query<{ viewer: { activePosition: { unit: { code: string } } } }>(
      cookie,
      '{ viewer { activePosition { unit { code } } } }',
    );
    const { data } = await server.query<{ citizens: { items: { citizen: { id: string; masked: string[] } }[] } }>(
      cookie,
      'query ($unit: ID!) { citizens(unit: $unit, first: 50) { items { citizen { id masked } } } }',
      { unit: scope?.viewer.activePosition.unit.code },
    );
    const found = data?.citizens.items.find(({ citizen }) => citizen.masked.includes('nationalId'));
    if (!found) throw new Error('Nobody in the demo neighbourhood has an id.');
    return { citizen: `/citizens/${found.citizen.id}` };
  }
});

test('a figure, the list behind it, and the count agree', async () => {
  const { page, context } = await visitAs(browser, server, 'lanhdao');
  await page.goto('/population');
  const figure = page.locator('a[title="Danh sách sau con số"]').first();
  const value = (await figure.innerText()).trim();
  await figure.click();
  await page.waitForURL(/\/population\/list\?/);
  expect(await main(page)).toContain(`Tổng số ${value}`);
  await context.close();
});

test('a neighbourhood is decided on ahead of its day and the plan can be cancelled', async () => {
  const { page, context } = await visitAs(browser, server, 'quantri');
  await page.goto('/admin/units');
  await page.getByRole('link', { name: 'Lập mới' }).click();
  await page.locator('#field-name').fill('Khu phố Tương Lai');
  await page.locator('#field-effectiveOn').fill('2099-01-01');
  await page.getByRole('button', { name: 'Quyết định phương án' }).click();
  await page.waitForURL('**/admin/units');
  const plan = page.locator('main li').filter({ hasText: 'Khu phố Tương Lai' });
  expect(await plan.innerText()).toContain('Đã quyết định');
  await plan.locator('summary').click();
  await plan.locator('input[name=reason]').fill('Chưa có nghị quyết');
  await plan.getByRole('button', { name: 'Hủy phương án' }).click();
  await plan.getByText('Đã hủy').waitFor();
  await context.close();
});

test('an account is opened, signs in with its one-time password and must change it', async () => {
  const { page, context } = await visitAs(browser, server, 'quantri');
  await page.goto('/admin/accounts/new');
  await ready(page);
  await page.locator('#field-displayName').fill('Lý Thị Mới');
  await page.locator('#field-username').fill('moi.ly');
  await page.locator('#field-role').selectOption('desk');
  await page.getByRole('button', { name: 'Mở tài khoản' }).click();
  const secret = page.locator('.select-all');
  await secret.waitFor();
  const password = (await secret.innerText()).trim();
  await context.close();

  const newcomer = await browser.newContext({ baseURL: server.origin });
  const desk = await newcomer.newPage();
  await desk.goto('/sign-in');
  await desk.locator('#field-username').fill('moi.ly');
  await desk.locator('#field-password').fill(password);
  await desk.getByRole('button', { name: 'Đăng nhập' }).click();
  await desk.waitForURL('**/account');
  await desk.goto('/population');
  expect(new URL(desk.url()).pathname).toBe('/account');
  await ready(desk);
  await desk.locator('#field-current').fill(password);
  await desk.locator('#field-next').fill('một câu dễ nhớ của riêng tôi');
  await desk.locator('#field-again').fill('một câu dễ nhớ của riêng tôi');
  await desk.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  await desk.getByText('Đã đổi mật khẩu.').waitFor();
  await desk.goto('/');
  expect(await heading(desk)).toMatch(/^Hôm nay/);
  await newcomer.close();
});
