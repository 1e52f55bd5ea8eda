import { createCanvas } from '@napi-rs/canvas';
import { dayInVietnam } from '@nocgia/schemas/days.ts';
import { shippedContent } from '@nocgia/services/dossiers/procedure/catalogue/catalogue.ts';
import { checkSignatures } from '@nocgia/services/papers/testing/check-signature.ts';
import { testCertificate } from '@nocgia/services/papers/testing/certificates.ts';
import { onePage } from '@nocgia/services/papers/testing/one-page.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { qrOfPage, qrOfPicture, readPdf } from '../support/pdf.ts';
import { pdfsig } from '../support/pdfsig.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { type Visitor, main, openBrowser, overflow, ready, visit, visitAs } from './browser.ts';
import { act, printed } from './desk-acts.ts';
import { fill, send } from './filling.ts';
import { openOneStop } from './one-stop.ts';

const PASSPHRASE = 'mat-khau-2026';
const code = '1.000656';
const death = shippedContent(code) ?? expect.fail('khai tử is not shipped');

let server: TestServer;
let browser: Browser;
let desk: Awaited<ReturnType<typeof openOneStop>>;
/** The server's clock, ahead of the browser's: nobody types as fast as a test. */
let ahead = 0;
beforeAll(async () => {
  const now = () => new Date(Date.now() + ahead);
  [server, browser] = await Promise.all([startTestServer({ pages: 'built', now }), openBrowser()]);
  desk = await openOneStop(server, { code, content: death });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

interface Person {
  id: string;
  fullName: string;
  nationalId: string | null;
  died: string | null;
}

/** A family of the register: its head, who declares, and somebody of theirs, who has died. */
async function family(): Promise<{ head: Person; dead: Person }> {
  const of = 'id fullName nationalId died';
  const { data } = await server.query<{
    households: { items: { head: Person | null; members: { citizen: Person; kind: string }[] }[] };
  }>(
    await server.signIn('hotich'),
    `query ($unit: ID!) { households(unit: $unit, first: 40) { items { head { ${of} } members { kind citizen { ${of} } } } } }`,
    { unit: desk.ward },
  );
  for (const { head, members } of data?.households.items ?? []) {
    const others = members.filter(({ citizen, kind }) => citizen.id !== head?.id && kind === 'permanent');
    const dead = others.find(({ citizen }) => citizen.nationalId !== null)?.citizen;
    if (head && dead) return { head, dead };
  }
  return expect.fail('no family');
}

const showDay = (day: string) => day.split('-').toReversed().join('/');
const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).locator('visible=true').click();
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true }).waitFor();

/** A photo as a phone takes it. */
function photo(name: string) {
  return { name, mimeType: 'image/jpeg', buffer: createCanvas(900, 1200).toBuffer('image/jpeg') };
}

/** Nothing scrolls sideways on the phone, and scripts have taken the page over. */
async function fits(page: Page): Promise<void> {
  await ready(page);
  expect(await overflow(page), page.url()).toBe(0);
}

/** Loads a page anew until it says something: what was sent from home is looked at before anybody sees it. */
async function until(page: Page, text: string): Promise<void> {
  for (let tries = 0; tries < 100 && !(await main(page)).includes(text); tries++) {
    await page.waitForTimeout(50);
    await page.reload();
  }
  expect(await main(page)).toContain(text);
}

/** Opens the dossier of somebody from a tab of the inbox. */
async function fromList(page: Page, tab: string, owner: string): Promise<void> {
  await page.goto(`/dossiers?tab=${tab}`);
  await page.getByRole('row').filter({ hasText: owner }).getByRole('link').click();
  await page.waitForURL(/\/dossiers\/[0-9a-f-]{36}$/);
  await ready(page);
}

/** From the poster's code to the page with the dossier's own code; answers that code. */
async function sendIn({ page }: Visitor, poster: string, { head, dead }: Awaited<ReturnType<typeof family>>) {
  await page.goto(poster);
  expect(await main(page)).toContain(death.name);
  await fits(page);
  await page.getByRole('link', { name: 'Nộp trực tuyến', exact: true }).click();
  await heading(page, 'Người nộp');
  await fits(page);
  await page.getByLabel('Họ và tên, hoặc tên tổ chức').fill(head.fullName);
  await page.getByLabel(/^Số điện thoại\s*\*?$/).fill('0903 111 222');
  await press(page, 'Tiếp tục');
  await heading(page, 'Nội dung');
  await page.getByLabel('Họ, chữ đệm, tên người chết').fill(dead.fullName);
  await page.getByLabel('Số định danh của người chết').fill(dead.nationalId ?? '');
  await page.getByLabel('Ngày chết').fill(showDay(dayInVietnam(new Date())));
  await fits(page);
  await press(page, 'Tiếp tục');
  await heading(page, 'Giấy tờ');
  await page.getByLabel('Chụp hoặc chọn tệp: Tờ khai').setInputFiles(photo('Tờ khai chụp ở nhà.jpg'));
  await page.getByText('Đã tải lên Tờ khai chụp ở nhà.jpg.').waitFor();
  await fits(page);
  await press(page, 'Tiếp tục');
  await heading(page, 'Nhận kết quả');
  await press(page, 'Tiếp tục');
  await heading(page, 'Xem lại và gửi');
  await fits(page);
  await page.getByLabel('Tôi cam đoan').check();
  ahead += 60_000;
  await press(page, 'Gửi hồ sơ');
  await heading(page, 'Đã gửi hồ sơ');
  await fits(page);
  const shown = await page.getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/).innerText();
  const qr = page.getByRole('img', { name: 'Mã QR mở trang theo dõi hồ sơ' });
  const address = new URL((await qrOfPicture(await qr.screenshot())) ?? expect.fail('no code on the page'));
  expect(address.href).toBe(`${server.origin}/follow?code=${shown.replace('-', '')}`);
  return address.href;
}

test(
  'one dossier goes the whole way: poster, phone, desk, more papers, appraisal, signature, return, rating, register',
  { timeout: 180_000 },
  async ({ skip }) => {
    const people = await family();
    const { head, dead } = people;
    const officers = { viewport: { width: 1280, height: 900 } };
    const clerk = await visitAs(browser, server, 'tiepnhan', officers);
    const citizen = await visit(browser, server.origin, { viewport: { width: 360, height: 740 } });
    const atHome = citizen.page;

    // The poster in the park.
    const poster = await clerk.page.request.get(`/api/procedures/${desk.procedureId}/poster.pdf`);
    const sheet = await poster.body();
    expect((await readPdf(sheet))[0]?.text).toContain(death.name);
    const scanned = (await qrOfPage(sheet)) ?? expect.fail('no code on the poster');
    expect(scanned).toBe(`${server.origin}/services/${desk.procedureId}`);
    const follow = await sendIn(citizen, scanned, people);

    // The desk: found among what came in, taken in, its slip printed.
    const { page } = clerk;
    await server.projecting.waitFor(await server.platform.log.store.head(), 20_000);
    await fromList(page, 'incoming', head.fullName);
    const dossier = new URL(page.url()).pathname;
    await until(page, 'Tờ khai chụp ở nhà.jpg');
    await page.getByRole('link', { name: 'Tiếp nhận', exact: true }).click();
    await page.waitForURL(/\/take$/);
    await ready(page);
    expect(await page.locator('[name=answer-dead_name]').inputValue()).toBe(dead.fullName);
    await page.locator('main form [name=handOn]').uncheck();
    await fill(page, { papers: 'to_khai' });
    await send(page);
    await page.waitForURL(/\?taken$/);
    await ready(page);
    const number = /H29\.146-\d{6}-\d{4}/.exec(await main(page))?.[0] ?? expect.fail('no code');
    const slip = await printed(page, 'In giấy tiếp nhận');
    const [paper] = await readPdf(slip.bytes);
    for (const said of [head.fullName, number, death.name, '0903 111 222']) expect(slip.text).toContain(said);
    expect([paper?.boxes, paper?.fonts.every((font) => font.startsWith('NotoSerif-'))]).toEqual([0, true]);
    const onSlip = (await qrOfPage(slip.bytes)) ?? expect.fail('no code on the slip');

    // More papers are asked for; the citizen scans the slip, finds that very print, and answers.
    await act(page, dossier, 'request-papers', { paperName: 'Giấy báo tử', paperWrong: 'Ảnh mờ, chụp lại' });
    await atHome.goto(onSlip);
    await fits(atHome);
    expect(await atHome.getByLabel('Mã hồ sơ').inputValue()).toBe(number);
    await atHome.getByLabel('4 số cuối').fill('9999');
    await press(atHome, 'Xem hồ sơ');
    await atHome.getByRole('alert').waitFor();
    await atHome.getByLabel('4 số cuối').fill('1222');
    await press(atHome, 'Xem hồ sơ');
    await heading(atHome, number);
    await fits(atHome);
    expect(await main(atHome)).toContain('Giấy báo tử: Ảnh mờ, chụp lại');
    const print = atHome.locator('li.bg-accent-soft a');
    expect(await print.innerText()).toContain('Giấy tiếp nhận và hẹn trả (lần in 1');
    const download = await atHome.request.get((await print.getAttribute('href')) ?? '');
    const theirs = await download.body();
    // Whoever holds the code has shown the end of one number, not that the number is theirs.
    const [taken] = await readPdf(theirs);
    expect(taken?.text).toBe(slip.text.replace('0903 111 222', '*****222'));
    expect(await qrOfPage(theirs)).toBe(onSlip);
    await atHome.locator('input[type=file]').setInputFiles(photo('Giấy báo tử.jpg'));
    await press(atHome, 'Gửi tệp này');
    await atHome.getByText('Đã gửi tệp.').waitFor();
    await until(atHome, ': đã kiểm tra');
    await press(atHome, 'Tôi đã bổ sung đủ');
    await atHome.getByText('Đã báo bổ sung.').waitFor();
    await fits(atHome);

    // On: the desk hands over, the civil-status officer drafts the result, the leader approves and signs it.
    await page.goto(dossier);
    expect(await page.locator('#files').innerText()).toContain('Giấy báo tử.jpg');
    expect(await main(page)).toContain('đã có tệp');
    await act(page, dossier, 'hand-on');
    const appraiser = await visitAs(browser, server, 'hotich', officers);
    await fromList(appraiser.page, 'mine', head.fullName);
    const draft = { name: 'Trích lục khai tử.pdf', mimeType: 'application/pdf', buffer: await onePage() };
    await appraiser.page.setInputFiles('#attach-file', draft);
    await appraiser.page.locator('#attach button[type=submit]').click();
    await appraiser.page.getByText('Đã đính kèm 1 tệp').waitFor();
    await act(appraiser.page, dossier, 'hand-on', { note: 'Đủ điều kiện' });

    const leader = await visitAs(browser, server, 'lanhdao', officers);
    const certificate = testCertificate('Đặng Văn Lãnh Đạo', PASSPHRASE, 'aes256');
    await leader.page.goto('/account');
    await ready(leader.page);
    const key = leader.page.locator('#signing');
    const chosen = { name: 'chung-thu.p12', mimeType: '', buffer: certificate.file };
    await key.locator('input[type=file]').setInputFiles(chosen);
    await key.locator('input[type=password]').fill(PASSPHRASE);
    await key.locator('button').first().click();
    await key.getByText('Đã nhận chứng thư số.').waitFor();
    await act(leader.page, dossier, 'approve');
    await act(leader.page, dossier, 'sign', { passphrase: PASSPHRASE });
    expect(await leader.page.locator('#files').innerText()).toContain('Trích lục khai tử (đã ký).pdf');
    await act(leader.page, dossier, 'hand-on');

    // The result, and its return at the desk.
    await act(page, dossier, 'settle', { resultNumber: '27/TLKT' });
    await act(page, dossier, 'return');
    expect(await page.locator('#history').innerText()).toContain('Trả kết quả');

    // At home: the signed file, and what the citizen thinks of it.
    await atHome.goto(follow);
    await heading(atHome, number);
    expect(await main(atHome)).toContain('Đã trả kết quả');
    await fits(atHome);
    await page.getByRole('link', { name: 'Xem Trích lục khai tử (đã ký).pdf' }).click();
    const shown = await page.locator('#files iframe').getAttribute('src');
    const result = await (await page.request.get(shown ?? '')).body();
    const [signature, ...more] = await checkSignatures(result, certificate.authority, new Date());
    expect(more).toEqual([]);
    expect(signature).toMatchObject({
      valid: true,
      namesCertificate: true,
      subFilter: 'ETSI.CAdES.detached',
      signer: 'Đặng Văn Lãnh Đạo',
    });
    await atHome.getByRole('link', { name: 'Đánh giá sự phục vụ' }).click();
    await heading(atHome, 'Đánh giá sự phục vụ');
    await fits(atHome);
    await atHome.getByLabel('4 số cuối').fill('1222');
    for (const five of await atHome.getByRole('radio', { name: 'Rất hài lòng' }).all()) await five.check();
    await atHome.getByLabel('Ý kiến thêm').fill('Nhanh và chu đáo');
    await press(atHome, 'Gửi đánh giá');
    await heading(atHome, 'Cảm ơn ông (bà)');
    await fits(atHome);
    await leader.page.goto(dossier);
    expect(await main(leader.page)).toContain('Nhanh và chu đáo');

    // The register.
    await fromList(appraiser.page, 'toWrite', head.fullName);
    await appraiser.page.getByRole('link', { name: 'Ghi vào sổ dân cư' }).first().click();
    await appraiser.page.waitForURL(/\/register$/);
    await ready(appraiser.page);
    expect(await appraiser.page.locator(`[name=deceased][value="${dead.id}"]`).isChecked()).toBe(true);
    await send(appraiser.page);
    await appraiser.page.waitForURL(new RegExp(`${dossier}$`));
    await appraiser.page.goto(`/citizens/${dead.id}`);
    const told = await main(appraiser.page);
    expect(told).toContain(`Đã mất ngày ${showDay(dayInVietnam(new Date()))}`);
    expect(told).toContain(number);

    for (const { context, troubles, elsewhere } of [clerk, citizen, appraiser, leader]) {
      expect([...troubles, ...elsewhere]).toEqual([]);
      await context.close();
    }
    const seen = pdfsig(result);
    if (seen === null)
      return skip(
        'all of the way was gone; pdfsig is not installed (Debian: poppler-utils), so it did not look at the signature',
      );
    expect(seen).toContain('Signature Validation: Signature is Valid.');
  },
);
