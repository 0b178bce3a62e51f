import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { withSetting } from "./setting.ts";

const setting = withSetting();

/** The result pane's text, as far as it is in sight. */
const result = (page: Page) => page.locator(".result-window .view-lines");

/** Presses the button once GraphiQL has read the tab's text: of a tab with several operations it is a menu, else it is none. */
async function run(page: Page, operation?: string): Promise<void> {
  const kind = operation ? "[aria-haspopup=menu]" : ":not([aria-haspopup])";
  await page.getByRole("button", { name: "Execute query" }).and(page.locator(kind)).click();
  if (operation) await page.getByRole("menuitem", { name: operation }).click();
}

test("the playground's first tab answers at the first press; later tabs take ids from the ones before", async () => {
  const page = await setting.newPage();
  await page.goto(`${setting.product.url}/graphql`);
  const open = async (name: string) => page.getByRole("tab", { name }).click();
  await run(page);
  await result(page).getByText("LIST_MODELS").first().waitFor();
  expect(await result(page).getByText("was not provided").count()).toBe(0);

  await open("Train");
  await run(page, "Train");
  await result(page).getByText("QUEUED").first().waitFor();
  await open("Progress");
  await run(page);
  await result(page).getByText("SUCCEEDED").first().waitFor();
});

test("360 px wide: the result stands below the editor, both as wide as the window", async () => {
  const page = await setting.newPage({ viewport: { width: 360, height: 740 } });
  await page.goto(`${setting.product.url}/graphql`);
  await run(page);
  await result(page).getByText("LIST_MODELS").first().waitFor();
  const editor = await page.locator(".graphiql-query-editor").boundingBox();
  const answer = await page.locator(".graphiql-response").boundingBox();
  for (const box of [editor, answer]) {
    expect(box?.width).toBeGreaterThan(300);
    expect(box?.height).toBeGreaterThan(150);
  }
  expect(answer?.y).toBeGreaterThanOrEqual((editor?.y ?? 0) + (editor?.height ?? 0));
  expect((answer?.y ?? 0) + (answer?.height ?? 0)).toBeLessThanOrEqual(740);
});

test("the way back to the app is in sight, wide and narrow, in light and dark", async () => {
  for (const viewport of [
    { width: 1280, height: 900 },
    { width: 360, height: 740 },
  ]) {
    const page = await setting.newPage({ viewport, colorScheme: viewport.width === 360 ? "dark" : "light" });
    await page.goto(`${setting.product.url}/graphql`);
    await run(page);
    await result(page).getByText("LIST_MODELS").first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBe(0);
    const back = page.getByRole("navigation", { name: "Modelwright" }).getByRole("link");
    await back.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(`${setting.product.url}/`);
  }
});
