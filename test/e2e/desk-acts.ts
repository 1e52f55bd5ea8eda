import type { Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import { readPdf } from '../support/pdf.ts';
import { fill, send } from './filling.ts';

/** Opens the form of an act from the dossier's page by its link, fills it in and sends it. */
export async function act(
  page: Page,
  dossier: string,
  name: string,
  values: Record<string, string> = {},
): Promise<void> {
  await page.goto(dossier);
  await page
    .locator(`main a[href^="${dossier}/${name}"]`)
    .first()
    .evaluate((link: HTMLAnchorElement) => link.click());
  await page.waitForURL(new RegExp(`/${name}(\\?|$)`));
  await fill(page, values);
  await send(page);
  await page.waitForURL(new RegExp(`${dossier}$`));
}

/** Presses a button that prints, and reads the paper that opens in a tab of its own. */
export async function printed(page: Page, name: string | RegExp): Promise<{ bytes: Buffer; text: string }> {
  const [paper] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button', { name }).first().click()]);
  const address = await vi.waitFor(async () => {
    const url = paper.url();
    expect(url).toMatch(/\/papers\/[0-9a-f-]{36}\.pdf$/);
    return url;
  });
  const bytes = await (await page.request.get(address)).body();
  await paper.close();
  return { bytes, text: (await readPdf(bytes)).map(({ text }) => text).join(' ') };
}
