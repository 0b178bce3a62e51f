import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { ChatPage } from "./chat-page.ts";
import { end, newestRun, promoteTitanic, startRole, trainTitanic } from "./product.ts";
import { withSetting } from "./setting.ts";

const setting = withSetting(async (product) => {
  await trainTitanic(product);
  await trainTitanic(product);
  await promoteTitanic(product);
});

/**
 * A page says this before any of its scripts has run. A process that has just begun, or is busy, may take longer to read than a page waits:
 * then the page is asked for again.
 */
async function served(path: string, ...words: (RegExp | string)[]): Promise<void> {
  const page = await setting.newPage({ javaScriptEnabled: false });
  const main = async () => {
    await page.goto(setting.product.url + path);
    return page.getByRole("main").textContent();
  };
  const all = words.map((each) =>
    typeof each === "string" ? expect.stringContaining(each) : expect.stringMatching(each),
  );
  await expect.poll(main, { timeout: 20_000 }).toEqual(all[0]);
  const text = await page.getByRole("main").textContent();
  for (const each of all) expect(text).toEqual(each);
}

/** Has a conversation with a prediction and a card. @returns its id */
async function converse(): Promise<string> {
  const page = await setting.newPage();
  const chat = await new ChatPage(page).open(setting.product.url);
  await chat.say("What models are available?");
  await chat.say("a boy in first class who boarded in Cherbourg");
  return new URL(page.url()).pathname.split("/")[2] ?? "";
}

test("without a script the models, a model, and what belongs to it are on the page", async () => {
  await served("/models", /titanic[\s\S]*penguins/);
  const made = ["Accuracy", "SHA-256 of the data", "Versions (2)", "Seed", /\d\d\.\d%/];
  await served("/models/titanic", "Version 1 answers predictions", ...made);
  await served("/models/titanic/compare?versions=1,2", /Version 2[\s\S]*Log loss/i);
  await served("/training", "2 runs");
  await served(`/training/${await newestRun(setting.product)}`, "Trained titanic version 2");
  await served("/training/new", "Held out for measuring");
  await served("/audit", "Promoted version 1 of titanic");
  await served("/settings", "local owner");
  await served("/", "Tell me about titanic");
});

test("without a script a conversation is on the page, its newest turns with their cards", async () => {
  const said = /What models are available\?[\s\S]*a boy in first class who boarded in Cherbourg/;
  await served(`/chat/${await converse()}`, said, /\d\d\.\d%/);
});

test("what the page takes over is what the server rendered, in the reader's own time: nothing moves", async () => {
  const page = await setting.newPage({ timezoneId: "Asia/Kathmandu", locale: "de-DE" });
  await page.addInitScript(() => {
    const seen = { shift: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  const paths = ["/models/titanic", "/training", "/audit", `/chat/${await converse()}`];
  for (const path of paths) {
    // Any error of a script, React's about hydration too, fails the test.
    await page.goto(setting.product.url + path);
    const time = page.getByRole("main").locator("time").first();
    const [at, title] = await Promise.all([time.getAttribute("datetime"), time.getAttribute("title")]);
    const inKathmandu = { timeZone: "Asia/Kathmandu", dateStyle: "medium", timeStyle: "medium" } as const;
    expect(title).toBe(new Intl.DateTimeFormat("de-DE", inKathmandu).format(new Date(at ?? "")));
    expect(await shift(page)).toBeLessThan(0.02);
  }
});

test("a reply's moments are in the reader's own time, as its card's are", async () => {
  const page = await setting.newPage({ timezoneId: "Asia/Kathmandu", locale: "de-DE" });
  const chat = await new ChatPage(page).open(setting.product.url);
  const turn = await chat.say("who promoted version 1 of titanic?");
  const said = turn.getByRole("listitem").filter({ hasText: "Promoted version 1" });
  const [inText, inCard] = [said.locator("time"), turn.getByRole("cell").locator("time")];
  expect(await inText.first().textContent()).toBe(await inCard.first().textContent());
  expect(await said.textContent()).not.toContain("UTC");
});

const shift = (page: Page) => page.evaluate(() => (window as unknown as { seen: { shift: number } }).seen.shift);

test("a conversation is seen from its end before its scripts have come", async () => {
  const thread = await converse();
  const page = await setting.newPage({ viewport: { width: 800, height: 400 } }, false);
  await page.route(/\.js$/, (route) => route.abort());
  const turns = async () => {
    await page.goto(`${setting.product.url}/chat/${thread}`);
    return page.getByRole("article").count();
  };
  await expect.poll(turns, { timeout: 20_000 }).toBe(2);
  const left = await page
    .locator("[data-scroller]")
    .evaluate(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight);
  expect(left).toBeLessThan(2);
});

test.each<[string, RequestListener | undefined]>([
  ["is away", undefined],
  ["does not answer", () => {}],
  ["fails", (_request, response) => response.writeHead(500).end("no")],
  ["tells of an error", (_request, response) => response.end('{"data":null,"errors":[{"message":"no"}]}')],
])("when the API %s, a page comes as a frame, soon and without an error", async (_what, answer) => {
  const api = createServer(answer ?? (() => {})).listen(0, "127.0.0.1");
  await once(api, "listening");
  const url = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
  if (!answer) api.close();
  const web = await startRole("web", { FIRST_VIEW_URL: url, PORT: "0" });
  try {
    for (const path of ["/models/titanic", `/chat/${randomUUID()}`, "/"]) {
      const response = await fetch(`http://127.0.0.1:${web.port}${path}`);
      expect([path, response.status]).toEqual([path, 200]);
      expect(await response.text()).toContain("New chat");
    }
  } finally {
    await end(web.process);
    api.closeAllConnections();
    api.close();
  }
});

test("a model that there is none of, and an address that can't be read, are answered 404 with a page that says so", async () => {
  for (const [path, words] of [
    ["/models/nope", "There is no model of this name."],
    ["/models/%E0%A4%A", "There is no"],
  ] as const) {
    const ask = () => fetch(setting.product.url + path);
    // A process that has just begun may take longer to read than a page waits; then it comes as a frame.
    await expect.poll(async () => (await ask()).status, { timeout: 20_000 }).toBe(404);
    const answer = await ask();
    expect([path, answer.status, answer.headers.get("content-type")]).toEqual([path, 404, "text/html; charset=utf-8"]);
    expect(await answer.text()).toContain(words);
  }
});
