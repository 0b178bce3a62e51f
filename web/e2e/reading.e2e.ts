import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { violations } from "./axe.ts";
import { ChatPage } from "./chat-page.ts";
import { firstLoad } from "./first-load.ts";
import { newestRun, promoteTitanic, trainTitanic } from "./product.ts";
import { withSetting } from "./setting.ts";

const setting = withSetting(async (product) => {
  await trainTitanic(product);
  await trainTitanic(product);
  await promoteTitanic(product);
});

/** A page's script on the first load, compressed, may weigh this much. */
const mostBytes = 170_000;

test("the chat page's first script is light", async () => {
  const { files, bytes } = await firstLoad(setting.product.url);
  expect(files).toBeGreaterThan(3);
  expect(bytes).toBeLessThanOrEqual(mostBytes);
});

/** Every page but the chat's. */
const pages = (run: string) => [
  "/models",
  "/models/titanic",
  "/models/titanic/compare?versions=1,2",
  "/training",
  "/training/new",
  `/training/${run}`,
  "/settings",
  "/audit",
];

/** The levels of the headings that a screen reader finds, in their order, from the page's first one on. */
function headingLevels(page: Page): Promise<number[]> {
  return page.getByRole("main").evaluate((main) => {
    const headings = [...main.querySelectorAll("h1, h2, h3, h4, h5, h6")];
    return headings
      .filter((each) => each.closest("dialog:not([open])") === null)
      .map((each) => Number(each.tagName[1]));
  });
}

/** A page or a card, waited for until it is there. */
interface Sight {
  name: string;
  levels: number[];
  wrong: string[];
}

/** Looks at a page again and again, and tells at the end what was wrong. */
function lookAt(page: Page) {
  const seen: Sight[] = [];
  return {
    look: async (name: string) => {
      seen.push({ name, levels: await headingLevels(page), wrong: await violations(page) });
    },
    nothingIsWrong: () => {
      expect(seen.filter(({ wrong }) => wrong.length > 0)).toEqual([]);
      for (const { name, levels } of seen) {
        expect([name, levels.filter((level) => level === 1).length]).toEqual([name, 1]);
        expect([name, levels[0]]).toEqual([name, 1]);
        const steps = levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1);
        expect([name, steps]).toEqual([name, []]);
      }
    },
  };
}

test("no card and no dialog breaks a rule of axe, in light and dark; headings go down one level at a time", async () => {
  const page = await setting.newPage();
  const { look, nothingIsWrong } = lookAt(page);
  const chat = await new ChatPage(page).open(setting.product.url);
  await look("an empty chat");
  for (const message of [
    "What models are available?",
    "describe version 1 of titanic",
    "compare versions 1 and 2 of titanic",
    "who promoted version 1?",
    "help",
    "archive version 1 of titanic",
    "never mind",
    "a woman in third class",
  ]) {
    await chat.say(message);
  }
  await look("a chat with cards");
  await chat.say("an adult from Southampton");
  await (await chat.say("train the titanic model")).getByText("Succeeded").waitFor();
  for (const summary of await page.getByText("How this was understood").all()) await summary.click();
  await look("a prediction and a training");
  await chat.message.fill("/");
  await page.getByRole("option").first().waitFor();
  await look("the list of commands");
  await chat.message.fill("");
  await page
    .getByRole("button", { name: /^Actions for/ })
    .first()
    .click();
  await page.getByRole("menu").waitFor();
  await look("a conversation's menu");
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("dialog").getByText("For an hour you can have it back").waitFor();
  await look("a dialog");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: "Command palette" }).getByRole("option").first().waitFor();
  await look("the palette");
  nothingIsWrong();
});

test("no page breaks a rule of axe, in light and dark; headings go down one level at a time", async () => {
  const page = await setting.newPage();
  const { look, nothingIsWrong } = lookAt(page);
  for (const path of pages(await newestRun(setting.product))) {
    await page.goto(setting.product.url + path);
    await page.getByRole("main").getByRole("heading", { level: 2 }).first().waitFor();
    await look(path);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole("button", { name: "Open the navigation" }).click();
  await page.getByRole("dialog", { name: "Navigation" }).waitFor();
  await look("the drawer");
  await page.goto(`${setting.product.url}/nowhere`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await look("a page that is not there");
  nothingIsWrong();
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

test("the audit log: filtered by an address, an entry opens to what was said and what changed, and what is filtered is saved", async () => {
  const page = await setting.newPage({ acceptDownloads: true });
  const chat = await new ChatPage(page).open(setting.product.url);
  await chat.say("promote version 2 of titanic");
  await chat.say("yes");
  await page.goto(`${setting.product.url}/audit`);
  const main = page.getByRole("main");
  await main.getByLabel("Action").selectOption("Promote version");
  await main.getByLabel("Outcome").selectOption("Done");
  await main.getByRole("button", { name: "Filter" }).click();
  await page.waitForURL(/\/audit\?action=promoteVersion&outcome=DONE$/);
  await main.getByRole("heading", { name: "2 entries" }).waitFor();
  await page.reload();
  await main.getByRole("heading", { name: "2 entries" }).waitFor();
  expect(await main.getByLabel("Action").inputValue()).toBe("promoteVersion");

  const { auditLog } = (await setting.product.graphql(
    "{ auditLog(first: 1, action: promoteVersion) { nodes { seq hash details } } }",
  )) as { auditLog: { nodes: { seq: number; hash: string; details: { planDigest: string } }[] } };
  const newest = auditLog.nodes[0];
  await main.getByRole("button", { name: `Details of entry ${newest?.seq}` }).click();
  const details = main.locator("dl");
  for (const text of ["promote version 2 of titanic", "yes", newest?.hash ?? "", newest?.details.planDigest ?? ""]) {
    expect(text).not.toBe("");
    await details.getByText(text, { exact: true }).waitFor();
  }
  await details.getByRole("listitem").filter({ hasText: "stage: CANDIDATE" }).getByText("PRODUCTION").waitFor();
  expect(await violations(page)).toEqual([]);

  const saved = async (format: "CSV" | "JSON") => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      main.getByRole("button", { name: `Export ${format}` }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^modelwright-audit-\d{4}-\d\d-\d\d\.(csv|json)$/);
    return readFile(await download.path(), "utf8");
  };
  expect((await saved("CSV")).trimEnd().split("\r\n")).toHaveLength(3);
  await main.getByText("2 entries were saved.").waitFor();
  const events: { seq: number }[] = JSON.parse(await saved("JSON"));
  expect(events.map(({ seq }) => seq)[0]).toBe(newest?.seq);
  expect(events).toHaveLength(2);

  await main.getByLabel("To", { exact: true }).fill("2020-01-01");
  await main.getByRole("button", { name: "Filter" }).click();
  await main.getByText("Nothing matches this filter.").waitFor();
  await main.getByRole("button", { name: "Show all" }).click();
  await page.waitForURL(/\/audit$/);
});
