import type { Page } from 'playwright-core';

/** The last part of an address's path: the id that the page is about. */
export const idOf = (path: string): string => new URL(path, 'http://x').pathname.split('/').at(-1) ?? '';

/** Fills fields of the form in the middle of the page by name, the first of that name; selects, boxes and radio buttons by their value. */
export async function fill(page: Page, values: Record<string, string>): Promise<void> {
  const form = page.locator('main form').first();
  for (const [name, value] of Object.entries(values)) {
    const field = form.locator(`[name="${name}"]`).first();
    const type = await field.getAttribute('type');
    if (type === 'radio' || type === 'checkbox') await form.locator(`[name="${name}"][value="${value}"]`).check();
    else if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value);
    else await field.fill(value);
  }
}

/** Presses the form's own button. */
export async function send(page: Page): Promise<void> {
  await page.locator('main form button:not([type=button])').last().click();
}

/** Sends the form and waits until it has led to the page of what was recorded; answers its address. */
export async function recorded(page: Page, of = 'citizens'): Promise<string> {
  await send(page);
  await page.waitForURL(new RegExp(`/${of}/[0-9a-f-]{36}$`));
  return new URL(page.url()).pathname;
}
