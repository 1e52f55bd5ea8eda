import { createWriteStream, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createCanvas } from '@napi-rs/canvas';
import { heicOf } from '@nocgia/services/dossiers/file/testing/pictures.ts';
import { pdfOf } from '@nocgia/services/papers/pdf/render.ts';
import { receiptSlip } from '@nocgia/services/papers/forms/receipt.ts';
import { context as onPaper, dossier as sample } from '@nocgia/services/papers/testing/sample.ts';
import { dossierFileDeps } from '@nocgia/services/server/dossier-files.ts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { qrOfPage, readPdf } from '../support/pdf.ts';
import { textOfWorkbook } from '../support/workbook-text.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { desktop, openBrowser, ready, visitAs } from './browser.ts';
import { printed } from './desk-acts.ts';
import { fill, send as press } from './filling.ts';
import { openOneStop, takenIn } from './one-stop.ts';

let server: TestServer;
let browser: Browser;
let procedureId: string;
let scan: Buffer;
beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ pages: 'built' }), openBrowser()]);
  procedureId = (await openOneStop(server)).procedureId;
  scan = await pdfOf(receiptSlip(onPaper, sample));
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** A photo of a paper, 1200 × 900 pixels. */
function photo(): Buffer {
  const canvas = createCanvas(1200, 900);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#f4efe2';
  pen.fillRect(0, 0, 1200, 900);
  pen.fillStyle = '#203040';
  for (let line = 0; line < 20; line++) pen.fillRect(90, 90 + 36 * line, 900 - 31 * (line % 5), 9);
  return canvas.toBuffer('image/png');
}
const files = {
  photo: () => ({ name: 'Tờ khai chụp ở quầy.png', mimeType: 'image/png', buffer: photo() }),
  scan: () => ({ name: 'Bản quét.pdf', mimeType: 'application/pdf', buffer: scan }),
  page: () => ({ name: 'giả.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html>không phải PDF</html>') }),
};
const list = (page: Page) => page.locator('#files').innerText();

describe.each([
  ['with script', true],
  ['without script', false],
])('%s', (_name, javaScriptEnabled) => {
  const options = { ...desktop, javaScriptEnabled };

  test('scans chosen at the intake lie in the dossier, their paper is ticked, and what is none is said', async () => {
    const { page, context, troubles } = await visitAs(browser, server, 'tiepnhan', options);
    await page.goto(`/dossiers/new/${procedureId}/form`);
    if (javaScriptEnabled) await ready(page);
    await fill(page, { name: 'Lê Thị Quét Ngay' });
    await page.getByLabel('Tệp quét, ảnh chụp của Tờ khai').setInputFiles([files.photo(), files.page()]);
    await page.getByLabel('Tệp khác').setInputFiles(files.scan());
    await press(page);
    await page.waitForURL(/\?taken&left=1&refused=FILE_TYPE$/);
    const told = await page.locator('main').innerText();
    expect(told).toContain('1 tệp chưa được đính kèm');
    expect(told).toContain('Chỉ nhận tệp PDF hoặc ảnh');
    expect(await list(page)).toMatch(/Tờ khai chụp ở quầy\.png[\s\S]*Tờ khai ·[\s\S]*Bản quét\.pdf/);
    expect(await page.getByRole('link', { name: '1 tệp', exact: true }).count()).toBe(1);
    expect(told).toContain('đã nộp');
    expect(troubles).toEqual([]);
    await context.close();
  });

  test('scans and photos are attached, seen in the page, and what is none is refused in words', async () => {
    const dossier = `/dossiers/${await takenIn(server, procedureId, 'Lê Thị Nhiều Giấy')}`;
    const { page, context, troubles } = await visitAs(browser, server, 'tiepnhan', options);
    await page.goto(`${dossier}?attach=to_khai#attach`);
    if (javaScriptEnabled) await ready(page);
    expect(await page.locator('#attach-paper').inputValue()).toBe('to_khai');
    const send = page.locator('#attach button[type=submit]');
    if (javaScriptEnabled) {
      await page.setInputFiles('#attach-file', [files.photo(), files.page()]);
      await page.setInputFiles('#attach-file', files.scan());
      await send.click();
      await page.getByText('Đã đính kèm 2 tệp').waitFor();
      // What was refused stays, with the reason beside it, until it is left out.
      expect(await page.locator('#attach').innerText()).toContain('Chỉ nhận tệp PDF hoặc ảnh');
      await page.getByRole('button', { name: 'Bỏ giả.pdf' }).click();
    } else {
      for (const file of [files.photo(), files.scan(), files.page()]) {
        await page.selectOption('#attach-paper', 'to_khai');
        await page.setInputFiles('#attach-file', file);
        await send.click();
        await page.waitForURL(/#files$/);
      }
      expect(await page.locator('#attach').innerText()).toContain('Chỉ nhận tệp PDF hoặc ảnh');
    }
    const told = await list(page);
    for (const said of ['Tờ khai chụp ở quầy.png', 'Bản quét.pdf', 'Lê Văn Tiếp Nhận']) expect(told).toContain(said);
    await page.getByRole('link', { name: 'Xem Tờ khai chụp ở quầy.png' }).click();
    const picture = page.locator('#files img');
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200);
    await page.getByRole('link', { name: 'Tệp sau' }).click();
    await page.locator('#files iframe').waitFor();
    const shown = await page.locator('#files iframe').getAttribute('src');
    expect(await (await page.request.get(shown ?? '')).body()).toEqual(scan);
    expect(troubles).toEqual([]);
    await context.close();
  });
});

// With script: whole-way.test.ts.
test('without script, the slip is printed where the dossier was taken, reads back whole, and printed again says so', async () => {
  const dossierId = await takenIn(server, procedureId, 'Phạm Ngọc Ẩn Ộ Ủ Ệ');
  const { page, context, troubles } = await visitAs(browser, server, 'tiepnhan', { javaScriptEnabled: false });
  await page.goto(`/dossiers/${dossierId}?taken`);
  const { bytes, text } = await printed(page, 'In giấy tiếp nhận');
  const [sheet] = await readPdf(bytes);
  expect([sheet?.width, sheet?.height].map((points) => Math.round(((points ?? 0) * 25.4) / 72))).toEqual([148, 210]);
  expect([sheet?.boxes, sheet?.fonts.every((font) => font.startsWith('NotoSerif-'))]).toEqual([0, true]);
  expect(text).toContain('Phạm Ngọc Ẩn Ộ Ủ Ệ');
  expect(text).not.toContain('Bản in lần');
  const code = new URL((await qrOfPage(bytes)) ?? expect.fail('no code'));
  await page.goto(`/dossiers/${dossierId}`);
  expect((await printed(page, /^Giấy tiếp nhận/)).text).toContain('Bản in lần 2');
  await page.goto(`/dossiers/${dossierId}?paper=${code.searchParams.get('paper')}`);
  const prints = await page.locator('#print').innerText();
  expect(prints).toContain('Đã in (2)');
  expect(prints).toMatch(/bản in lần 2[\s\S]*bản đầu/);
  expect(await page.locator('#history').innerText()).toContain('bản in lần 2');
  expect(troubles).toEqual([]);
  await context.close();
});

test('the code on a paper leads an officer to its dossier and that print; a field has its poster; the register of any period leaves as a file', async () => {
  const dossierId = await takenIn(server, procedureId, 'Hồ Thị Quét Mã');
  const { page, context, troubles } = await visitAs(browser, server, 'lanhdao');
  await page.goto(`/dossiers/${dossierId}?taken`);
  await ready(page);
  const { bytes } = await printed(page, 'In giấy tiếp nhận');
  const scanned = new URL((await qrOfPage(bytes)) ?? expect.fail('no code'));
  await page.goto(`/dossiers/by-code${scanned.search}`);
  expect(new URL(page.url()).pathname).toBe(`/dossiers/${dossierId}`);
  expect(await page.locator('#print li.bg-accent-soft').innerText()).toContain('bản đầu');
  await page.goto('/dossiers/by-code?code=H29.999-200101-0001');
  expect(page.url()).toContain('/dossiers?tab=unit&text=H29.999-200101-0001');

  const fileOf = async (link: string) => {
    const href = await page.locator(`main a[href*="${link}"]`).getAttribute('href');
    return (await page.request.get(href ?? '')).body();
  };
  await page.goto('/dossiers/register?from=01/01/2026&to=31/02/2026');
  await page.getByText('Ngày chưa đúng').waitFor();
  await page.locator('[name=to]').fill('31/12/2099');
  await page.locator('main form button').click();
  await page.waitForURL(/2099$/);
  expect(await page.locator('main').innerText()).toContain('Hồ Thị Quét Mã');
  expect(textOfWorkbook(await fileOf('dossiers.xlsx'))).toContain('Hồ Thị Quét Mã');
  expect((await readPdf(await fileOf('dossiers.pdf')))[0]?.text).toContain('SỔ THEO DÕI HỒ SƠ');
  await page.goto('/admin/procedures?matter=civil_status');
  expect((await readPdf(await fileOf('poster.pdf?matter=')))[0]?.text).toContain('Thủ tục hành chính lĩnh vực');
  await page.goto(`/admin/procedures/${procedureId}`);
  expect((await readPdf(await fileOf('poster.pdf')))[0]?.text).toContain('Quét mã bằng máy ảnh');
  expect(troubles).toEqual([]);
  await context.close();
});

describe('where files cannot be kept', () => {
  test('it is said in words, what was chosen stays, and goes through once there is room', async () => {
    const dossier = `/dossiers/${await takenIn(server, procedureId, 'Vũ Văn Hết Chỗ')}`;
    const { page, context } = await visitAs(browser, server, 'tiepnhan');
    await page.goto(dossier);
    await ready(page);
    const again = page.locator('#attach button[type=submit]');
    const store = join(server.platform.settings.folders.files, 'dossiers');

    // Says so truly: every write to /dev/full ends with ENOSPC.
    const { disk } = dossierFileDeps(server.platform);
    const disks: typeof disk = Object.getPrototypeOf(disk);
    const full = vi
      .spyOn(disks, 'putStream')
      .mockImplementation((_, contents) => pipeline(contents, createWriteStream('/dev/full')));
    await page.setInputFiles('#attach-file', files.photo());
    await again.click();
    await page.getByText('Ổ đĩa lưu tệp của máy chủ đã đầy').waitFor();
    full.mockRestore();

    renameSync(store, `${store}-aside`);
    writeFileSync(store, 'not a folder');
    await again.click();
    await page.getByText('Kho lưu tệp đang không truy cập được').waitFor();
    rmSync(store);
    renameSync(`${store}-aside`, store);

    expect(await again.innerText()).toBe('Gửi lại');
    await again.click();
    await page.getByText('Đã đính kèm 1 tệp').waitFor();
    expect(await list(page)).toContain('Tờ khai chụp ở quầy.png');
    await context.close();
  });

  test('a file that somebody else’s act overtook is sent again against what stands now; HEIC is offered to be taken', async () => {
    const dossierId = await takenIn(server, procedureId, 'Đỗ Thị Cùng Lúc');
    const [one, other] = [
      await visitAs(browser, server, 'tiepnhan', { viewport: { width: 360, height: 780 } }),
      await visitAs(browser, server, 'lanhdao'),
    ];
    for (const { page } of [one, other]) {
      await page.goto(`/dossiers/${dossierId}`);
      await ready(page);
    }
    await other.page.setInputFiles('#attach-file', files.scan());
    await other.page.locator('#attach button[type=submit]').click();
    await other.page.getByText('Đã đính kèm 1 tệp').waitFor();
    const heic = { name: 'IMG_0001.HEIC', mimeType: 'image/heic', buffer: heicOf(4000, 3000) };
    await one.page.setInputFiles('#attach-file', heic);
    await one.page.locator('#attach button[type=submit]').click();
    await one.page.getByText('Người khác vừa làm việc trên hồ sơ này').waitFor();
    await one.page.getByRole('button', { name: 'Gửi lại' }).click();
    await one.page.getByText('Đã đính kèm 1 tệp').waitFor();
    await one.page.getByRole('link', { name: 'Xem IMG_0001.HEIC' }).click();
    await one.page.getByText('Trình duyệt không hiện được ảnh HEIC').waitFor();
    for (const { context, troubles } of [one, other]) {
      expect(troubles).toEqual([]);
      await context.close();
    }
  });
});
