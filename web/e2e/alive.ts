import type { Page } from "playwright-core";

/**
 * Waits until a page's scripts have taken it over: it comes whole from the server, and for a moment nothing happens on a press. What is on
 * top of each page is read after that, by the browser.
 */
export async function untilAlive(page: Page): Promise<void> {
  if ((await page.locator("#main").count()) === 0) return;
  await page.locator("aside[aria-label='Active model'][aria-live]").waitFor({ state: "attached" });
}
