import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { ChatPage } from "./chat-page.ts";
import { newestRun, promoteTitanic, trainTitanic } from "./product.ts";
import { withSetting } from "./setting.ts";
import { moreOf } from "./version-acts.ts";

const setting = withSetting(async (product) => {
  await trainTitanic(product);
  await trainTitanic(product);
  await promoteTitanic(product);
});
const narrow = { viewport: { width: 360, height: 740 } };

/** What reaches out of the window at the right, but for what scrolls inside a frame of its own. */
function excess(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isFramed = (element: Element): boolean => {
      const { parentElement: parent } = element;
      return parent !== null && (getComputedStyle(parent).overflowX === "auto" || isFramed(parent));
    };
    const outside = [...document.querySelectorAll("body, body *")].filter(
      (element) =>
        element.getBoundingClientRect().right > window.innerWidth + 0.5 &&
        !element.closest("dialog") &&
        !isFramed(element),
    );
    const wide = document.documentElement.scrollWidth > window.innerWidth ? ["the document"] : [];
    return [...wide, ...outside.map((element) => `${element.tagName}.${element.className}`)];
  });
}

test("360 px wide: no page scrolls sideways", async () => {
  const page = await setting.newPage(narrow);
  const chat = await new ChatPage(page).open(setting.product.url);
  expect(await excess(page)).toEqual([]);
  for (const message of [
    "What models are available?",
    "a woman in third class",
    "who promoted version 1?",
    `a ${"very".repeat(60)} long word`,
  ]) {
    await chat.say(message);
    expect([message, await excess(page)]).toEqual([message, []]);
  }
  for (const [path, sign] of [
    ["/models", "titanic"],
    ["/models/titanic", "Versions (2)"],
    ["/models/titanic/compare", "titanic: versions compared"],
    ["/training", "Training"],
    ["/training/new", "New training"],
    [`/training/${await newestRun(setting.product)}`, "Trained titanic version 2"],
    ["/settings", "Settings"],
    ["/audit", "Audit log"],
  ] as const) {
    await page.goto(setting.product.url + path);
    await page.getByRole("heading", { name: sign }).first().waitFor();
    await page.getByRole("main").getByRole("heading", { level: 2 }).first().waitFor();
    expect([path, await excess(page)]).toEqual([path, []]);
  }
});

test("360 px wide: a table that is wider says so, and scrolls by keyboard", async () => {
  const page = await setting.newPage(narrow);
  await page.goto(`${setting.product.url}/models/titanic`);
  const region = page.getByRole("region", { name: "Versions of titanic" });
  const frame = page.locator("[data-more-end]").filter({ has: region });
  await frame.waitFor();
  await region.focus();
  await page.keyboard.press("End");
  for (let steps = 0; steps < 60 && (await frame.count()) > 0; steps++) await page.keyboard.press("ArrowRight");
  await page.locator("[data-more-start]").filter({ has: region }).waitFor();
  await frame.waitFor({ state: "detached" });
});

test("360 px wide: the drawer leads from page to page", async () => {
  const page = await setting.newPage(narrow);
  await new ChatPage(page).open(setting.product.url);
  await page.getByRole("button", { name: "Open the navigation" }).click();
  const drawer = page.getByRole("dialog", { name: "Navigation" });
  await drawer.getByRole("link", { name: "Audit log" }).click();
  await page.waitForURL(/\/audit$/);
  await drawer.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Verify" }).click();
  await page.getByText(/The chain is whole/).waitFor();
});

test("a chosen theme is there at the first paint of the next page", async () => {
  const page = await setting.newPage({ colorScheme: "light" });
  await new ChatPage(page).open(setting.product.url);
  await page.getByRole("button", { name: /^Theme/ }).click();
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
  await page.addInitScript(() => {
    // Runs as the document begins; the first paint can't be before the body is there.
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      Object.assign(window, { themeAtFirst: document.documentElement.dataset.theme });
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(`${setting.product.url}/models`);
  expect(await page.evaluate(() => ("themeAtFirst" in window ? window.themeAtFirst : undefined))).toBe("dark");
});

test("360 px wide: what is newest stays in sight when the end shrinks and grows before the page can tell", async () => {
  const page = await setting.newPage(narrow);
  const chat = await new ChatPage(page).open(setting.product.url);
  await chat.say("What models are available?");
  await chat.say("who promoted version 1?");
  const left = await page.evaluate(async () => {
    const frame = document.querySelector<HTMLElement>("main [data-scroller]");
    const list = frame?.firstElementChild;
    if (!frame || !list) throw new Error("no conversation");
    // As in browsers that do not anchor what is in sight, and in this one when what it held on to is gone.
    frame.style.overflowAnchor = "none";
    const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const filler = document.createElement("div");
    filler.style.height = "400px";
    list.append(filler);
    await frames();
    // A card's buttons go, and in the next frame, before the page hears that it has scrolled, the reply has come.
    await new Promise(requestAnimationFrame);
    filler.style.height = "100px";
    await new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(undefined);
    });
    filler.style.height = "700px";
    await frames();
    await frames();
    return frame.scrollHeight - frame.scrollTop - frame.clientHeight;
  });
  expect(left).toBeLessThanOrEqual(1);
  expect(await page.getByRole("button", { name: "Newest" }).count()).toBe(0);

  // The reader's own scrolling counts.
  await page.mouse.move(180, 300);
  await page.mouse.wheel(0, -400);
  await page.getByRole("button", { name: "Newest" }).waitFor();
});

test("360 px wide: what can be done with a version is in sight", async () => {
  const page = await setting.newPage(narrow);
  await page.goto(`${setting.product.url}/models/titanic`);
  await moreOf(page, 1).waitFor();
  const box = await moreOf(page, 1).boundingBox();
  expect((box?.x ?? 999) + (box?.width ?? 999)).toBeLessThanOrEqual(340);
});

test("360 px wide: what stands in the empty message field fits it", async () => {
  const page = await setting.newPage(narrow);
  const chat = await new ChatPage(page).open(setting.product.url);
  const room = await chat.message.evaluate((field: HTMLTextAreaElement) => {
    const { font, paddingLeft, paddingRight } = getComputedStyle(field);
    const context = document.createElement("canvas").getContext("2d");
    if (!context) return Number.NaN;
    context.font = font;
    const inside = field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
    return inside - context.measureText(field.placeholder).width;
  });
  expect(room).toBeGreaterThan(0);
});

test("1280 px wide: a name of 300 characters leaves all columns of the audit log in view, on its page and in the chat", async () => {
  const name = "x".repeat(300);
  await setting.product.graphql(
    `mutation { setDescription(model: "${name}", description: "any") { ... on Error { code } } }`,
  );
  const page = await setting.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${setting.product.url}/audit`);
  const fits = async () => {
    const table = page.getByRole("table", { name: "Audit events" }).last();
    await table.getByText(name.slice(0, 60)).first().waitFor();
    return table.evaluate((element) => element.scrollWidth - (element.parentElement?.clientWidth ?? 0));
  };
  expect(await fits()).toBeLessThanOrEqual(0);
  const chat = await new ChatPage(page).open(setting.product.url);
  await chat.say("show the audit log");
  expect(await fits()).toBeLessThanOrEqual(0);
});
