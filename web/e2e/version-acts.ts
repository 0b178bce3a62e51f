import type { Locator, Page } from "playwright-core";

/** The button behind which a version's acts stand that its row has no room for. */
export function moreOf(page: Page, version: number): Locator {
  return page.getByRole("button", { name: `More that can be done with version ${version}`, exact: true });
}

/** Begins one of those acts. */
export async function act(page: Page, version: number, what: "Promote" | "Archive" | "Describe"): Promise<void> {
  await moreOf(page, version).click();
  await page
    .getByRole("menu", { name: `Version ${version}`, exact: true })
    .getByRole("menuitem", { name: what })
    .click();
}
