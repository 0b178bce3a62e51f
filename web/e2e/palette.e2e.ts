import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { ChatPage } from "./chat-page.ts";
import { promoteTitanic, trainTitanic } from "./product.ts";
import { withSetting } from "./setting.ts";

const setting = withSetting(async (product) => {
  await trainTitanic(product);
  await promoteTitanic(product);
});

/** Presses until it opens: the keys are listened to a moment after the page can be seen. */
async function openPalette(page: Page): Promise<Locator> {
  const field = page.getByRole("combobox", { name: "Go to, or do" });
  await expect
    .poll(async () => {
      await page.keyboard.press("Control+k");
      return field.isVisible();
    })
    .toBe(true);
  return field;
}

test("the palette leads by keyboard to a page, a model, and a conversation by a word of it", async () => {
  const page = await setting.newPage();
  const chat = await new ChatPage(page).open(setting.product.url);
  await chat.say("what can wombats do?");
  const talk = page.url();
  const palette = page.getByRole("dialog", { name: "Command palette" });
  const field = palette.getByRole("combobox", { name: "Go to, or do" });
  const go = async (typed: string, option: string) => {
    await page.keyboard.press("Control+k");
    await field.and(page.locator(":focus")).waitFor();
    await page.keyboard.type(typed);
    await palette.locator('[role="option"][aria-selected="true"]').filter({ hasText: option }).waitFor();
    await page.keyboard.press("Enter");
    await palette.waitFor({ state: "detached" });
  };
  await go("audit", "Audit log");
  await page.waitForURL(/\/audit$/);
  await go("titanic", "titanic");
  await page.waitForURL(/\/models\/titanic$/);
  await go("wombats", "what can wombats do?");
  await page.waitForURL(talk);

  // The arrows go round; what is chosen is told.
  await page.keyboard.press("Control+k");
  await field.waitFor();
  await page.keyboard.press("ArrowUp");
  const active = await field.getAttribute("aria-activedescendant");
  const last = palette.getByRole("option").last();
  expect(await last.getAttribute("id")).toBe(active);
  await page.keyboard.type("nothing of the kind");
  await palette.getByText("Nothing has these words.").waitFor();
  await page.keyboard.press("Escape");
  await palette.waitFor({ state: "detached" });
  await chat.hasFocus();
});

test("a question mark shows the keys, but not while a message is written; the palette has it too", async () => {
  const page = await setting.newPage();
  const chat = await new ChatPage(page).open(setting.product.url);
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await chat.message.fill("");
  await page.keyboard.type("?");
  expect(await chat.message.inputValue()).toBe("?");
  expect(await help.count()).toBe(0);
  await chat.message.blur();
  await expect
    .poll(async () => {
      await page.keyboard.press("?");
      return help.isVisible();
    })
    .toBe(true);
  await help.getByText("Ctrl + K or ⌘ K").waitFor();
  await page.keyboard.press("Escape");
  await help.waitFor({ state: "detached" });
  await (await openPalette(page)).fill("keyboard");
  await page.getByRole("option", { name: "Keyboard shortcuts" }).click();
  await help.getByText("Ctrl + K or ⌘ K").waitFor();
});

test("the palette's theme is the one that the button tells", async () => {
  const page = await setting.newPage({ colorScheme: "light" });
  await new ChatPage(page).open(setting.product.url);
  await (await openPalette(page)).fill("theme dark");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Theme: dark" }).waitFor();
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
});

test("settings say who you are and what you may do, and what reads messages when it is asked", async () => {
  const page = await setting.newPage();
  await page.goto(`${setting.product.url}/settings`);
  const main = page.getByRole("main");
  await main.getByText("local owner").waitFor();
  await main.getByText("Remove models").waitFor();
  expect(await main.getByText(/It took \d+ ms/).count()).toBe(0);
  const { auditLog } = (await setting.product.graphql("{ auditLog { totalCount } }")) as {
    auditLog: { totalCount: number };
  };
  await main.getByRole("button", { name: "Check it now" }).click();
  await main.getByText(/^The built-in interpreter read it.* It took \d+ ms\.$/).waitFor();
  expect(await setting.product.graphql("{ auditLog { totalCount } }")).toEqual({ auditLog });
});
