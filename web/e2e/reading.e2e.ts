import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { ChatPage } from "./chat-page.ts";
import { promoteTitanic, trainTitanic } from "./product.ts";
import { withSetting } from "./setting.ts";

const setting = withSetting(async (product) => {
  await trainTitanic(product);
  await promoteTitanic(product);
});

/** A page's script on the first load, compressed, may weigh this much. */
const mostBytes = 170_000;

test("the chat page's first script is light", async () => {
  const html = await (await fetch(setting.product.url)).text();
  const scripts = [...html.matchAll(/<script src="([^"]+\.js)"([^>]*)>/g), ...html.matchAll(/href="([^"]+\.js)"/g)];
  const paths = new Set(scripts.flatMap(([, path, rest]) => (path && !rest?.includes("noModule") ? [path] : [])));
  expect(paths.size).toBeGreaterThan(3);
  const sizes = await Promise.all(
    [...paths].map(async (path) => {
      const response = await fetch(new URL(path, setting.product.url));
      return gzipSync(Buffer.from(await response.arrayBuffer())).length;
    }),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(mostBytes);
});

/** The levels of the headings that a screen reader finds, in their order, from the page's first one on. */
function headingLevels(page: Page): Promise<number[]> {
  return page.getByRole("main").evaluate((main) => {
    const headings = [...main.querySelectorAll("h1, h2, h3, h4, h5, h6")];
    return headings
      .filter((each) => each.closest("dialog:not([open])") === null)
      .map((each) => Number(each.tagName[1]));
  });
}

test("headings go down one level at a time, from a page's one first heading", async () => {
  const page = await setting.newPage();
  const chat = await new ChatPage(page).open(setting.product.url);
  const seen: [string, number[]][] = [["an empty chat", await headingLevels(page)]];
  for (const message of ["What models are available?", "archive version 1 of titanic", "a woman in third class"]) {
    const turn = await chat.say(message);
    await turn.getByRole("heading").first().waitFor();
    seen.push([message, await headingLevels(page)]);
  }
  for (const path of ["/models", "/models/titanic", "/training", "/training/new", "/settings", "/audit"]) {
    await page.goto(setting.product.url + path);
    await page.getByRole("main").getByRole("heading", { level: 2 }).first().waitFor();
    seen.push([path, await headingLevels(page)]);
  }
  for (const [where, levels] of seen) {
    expect([where, levels.filter((level) => level === 1).length]).toEqual([where, 1]);
    expect([where, levels[0]]).toEqual([where, 1]);
    expect([where, levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1)]).toEqual([
      where,
      [],
    ]);
  }
});

test("a message that is too long is called an error, and is not sent", async () => {
  const chat = await new ChatPage(await setting.newPage()).open(setting.product.url);
  await chat.message.fill("a".repeat(8_001));
  await chat.page.getByRole("alert").getByText("This message is too long").waitFor();
  expect(await chat.message.getAttribute("aria-invalid")).toBe("true");
  expect(await chat.page.getByRole("button", { name: "Send" }).isDisabled()).toBe(true);
  await chat.message.press("Backspace");
  await chat.page.getByText("This message is too long").waitFor({ state: "detached" });
});

test("how a message was understood is said in words, with the codes beside them", async () => {
  const chat = await new ChatPage(await setting.newPage()).open(setting.product.url);
  const turn = await chat.say("What models are available?");
  await turn.getByText("How this was understood").click();
  await turn.getByText("Asks which models there are").waitFor();
  await turn.locator("code", { hasText: "LIST_MODELS" }).waitFor();
});

test("the conversations say when they were, so that twins of one title are told apart", async () => {
  const page = await setting.newPage();
  for (const message of ["hi", "hi", "what can you do?"]) {
    await (await new ChatPage(page).open(setting.product.url)).say(message);
  }
  const links = page.getByRole("navigation", { name: "Conversations" }).getByRole("link");
  await links.filter({ hasText: "what can you do?" }).waitFor();
  expect(await links.filter({ has: page.getByText("hi", { exact: true }) }).count()).toBe(2);
  for (const link of await links.all()) expect(await link.locator("time").textContent()).toMatch(/\d:\d\d/);
});

test("the message field has the focus on load, but not on a touch screen; a link skips to it", async () => {
  await (await new ChatPage(await setting.newPage()).open(setting.product.url)).hasFocus();

  const touch = await setting.newPage({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });
  const chat = await new ChatPage(touch).open(setting.product.url);
  const focused = () => touch.evaluate(() => document.activeElement?.textContent);
  expect(await touch.locator("#message:focus").count()).toBe(0);
  await touch.keyboard.press("Tab");
  expect(await focused()).toBe("Skip to the content");
  await touch.keyboard.press("Tab");
  expect(await focused()).toBe("Skip to the message field");
  await touch.keyboard.press("Enter");
  await chat.hasFocus();
});
