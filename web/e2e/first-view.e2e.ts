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

/** What a page says before any of its scripts has run. */
async function served(path: string): Promise<string> {
  const page = await setting.newPage({ javaScriptEnabled: false });
  // The first page that a process renders takes longer, and may come without.
  await page.goto(setting.product.url + path);
  await page.goto(setting.product.url + path);
  return (await page.getByRole("main").textContent()) ?? "";
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
  expect(await served("/models")).toMatch(/titanic[\s\S]*penguins/);
  const model = await served("/models/titanic");
  for (const words of ["Version 1 answers predictions", "Accuracy", "SHA-256 of the data", "Versions (2)", "Seed"])
    expect(model).toContain(words);
  expect(model).toMatch(/\d\d\.\d%/);
  expect(await served("/models/titanic/compare?versions=1,2")).toMatch(/Version 2[\s\S]*Log loss/i);
  expect(await served("/training")).toContain("2 runs");
  expect(await served(`/training/${await newestRun(setting.product)}`)).toContain("Trained titanic version 2");
  expect(await served("/training/new")).toContain("Held out for measuring");
  expect(await served("/audit")).toContain("Promoted version 1 of titanic");
  expect(await served("/settings")).toContain("local owner");
  expect(await served("/")).toContain("Tell me about titanic");
});

test("without a script a conversation is on the page, its newest turns with their cards", async () => {
  const thread = await served(`/chat/${await converse()}`);
  expect(thread).toMatch(/What models are available\?[\s\S]*a boy in first class who boarded in Cherbourg/);
  expect(thread).toMatch(/\d\d\.\d%/);
  expect(thread).not.toContain("Opening the conversation");
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

const shift = (page: Page) => page.evaluate(() => (window as unknown as { seen: { shift: number } }).seen.shift);

test("a conversation is seen from its end before its scripts have come", async () => {
  const thread = await converse();
  const page = await setting.newPage({ viewport: { width: 800, height: 400 } }, false);
  await page.route(/\.js$/, (route) => route.abort());
  await page.goto(`${setting.product.url}/chat/${thread}`);
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
