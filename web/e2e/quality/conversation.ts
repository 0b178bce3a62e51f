import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { appendEvents } from "../../../api/chat/events.ts";
import type { Database } from "../../../api/platform/database.ts";
import { untilAlive } from "../alive.ts";
import { ChatPage } from "../chat-page.ts";
import { type Finding, inMs, quantile } from "./measured.ts";

const turns = 2_000;
const messages = 40;
const eventsASecond = 200;
const streamedForMs = 10_000;

/** How long a conversation of many turns takes to open, and how evenly it scrolls through what was said before. */
export async function longThread(page: Page, url: string, database: Database): Promise<Finding[]> {
  const chat = await new ChatPage(page).open(url);
  await chat.say("What models are available?");
  await page.waitForURL(/\/chat\//);
  const served = await database.turn.findFirstOrThrow({ orderBy: { createdAt: "desc" } });
  const threadId = randomUUID();
  await database.thread.create({ data: { id: threadId, title: "Long", actorId: served.actorId } });
  const { interpretation, cards, answerValues: _values, asked: _asked, ...row } = served;
  await database.turn.createMany({
    data: Array.from({ length: turns }, (_, index) => ({
      ...row,
      cards: cards ?? [],
      interpretation: interpretation ?? {},
      id: randomUUID(),
      threadId,
      position: index + 1,
      message: `Message ${index + 1}`,
    })),
  });
  const opened: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    await page.goto("about:blank");
    const begun = performance.now();
    await page.goto(`${url}/chat/${threadId}`, { waitUntil: "commit" });
    await page.getByRole("article", { name: `You said: Message ${turns}`, exact: true }).waitFor();
    opened.push(performance.now() - begun);
  }
  await untilAlive(page);
  for (let pages = 0; pages < 4; pages += 1)
    await page
      .getByRole("button", { name: /earlier/i })
      .first()
      .click();
  await page.locator("article").nth(200).waitFor();
  const frames = watchFrames(page);
  await page.mouse.move(640, 400);
  for (let step = 0; step < 80; step += 1) {
    await page.mouse.wheel(0, step < 40 ? -600 : 600);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  }
  const { slow, frames: count } = await frames();
  return [
    {
      what: `a conversation of ${turns.toLocaleString("en")} turns opens: the slowest of ${opened.length}`,
      aim: "< 1,000 ms",
      measured: inMs(Math.max(...opened)),
      met: Math.max(...opened) < 1_000,
    },
    {
      what: `scrolling through 200 of them and more: frames over 50 ms, of ${count}`,
      aim: "0",
      measured: String(slow.length),
      met: slow.length === 0,
    },
  ];
}

/** From the Enter that sends a message to the first step or word of its reply on the page. */
export async function firstStep(page: Page, url: string): Promise<Finding[]> {
  const chat = await new ChatPage(page).open(url);
  await chat.say("hi");
  const tookMs: number[] = [];
  for (let index = 0; index < messages; index += 1) {
    await chat.message.fill("What models are available?");
    const seen = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const before = document.querySelectorAll("article[data-kind]").length;
          let begun = 0;
          document.addEventListener(
            "keydown",
            () => {
              begun = performance.now();
            },
            { once: true, capture: true },
          );
          const watch = new MutationObserver(() => {
            const step = document.querySelector('[data-live] li[data-step]:not([data-step="send"])');
            const reply = document.querySelectorAll("article[data-kind]").length > before;
            if (!step && !reply) return;
            watch.disconnect();
            requestAnimationFrame(() => resolve(performance.now() - begun));
          });
          watch.observe(document.body, { subtree: true, childList: true, attributes: true });
        }),
    );
    await chat.after(() => chat.message.press("Enter"));
    tookMs.push(await seen);
  }
  const p95 = quantile(tookMs, 0.95);
  return [
    {
      what: `the first step of a reply is on the page after sending, p95 of ${messages} (p50 ${inMs(quantile(tookMs, 0.5))})`,
      aim: "≤ 150 ms",
      measured: inMs(p95),
      met: p95 <= 150,
    },
  ];
}

/** How evenly the page paints while a reply streams in. */
export async function stream(page: Page, url: string, database: Database): Promise<Finding[]> {
  const threadId = randomUUID();
  const turnId = randomUUID();
  const told = { actorId: "local-owner", requestId: "quality", message: "Tell me a long story" };
  await database.thread.create({ data: { id: threadId, title: "Streamed", actorId: told.actorId } });
  await database.turn.create({
    data: { id: turnId, threadId, position: 1, ...told, status: "RUNNING", attempt: 1, leaseUntil: inAnHour() },
  });
  await page.goto(`${url}/chat/${threadId}`);
  await page.getByRole("article", { name: "You said: Tell me a long story" }).waitFor();
  const frames = watchFrames(page);
  const begun = performance.now();
  let sent = 0;
  while (performance.now() - begun < streamedForMs) {
    const due = Math.floor(((performance.now() - begun) / 1_000) * eventsASecond) - sent;
    const events = Array.from({ length: due }, (_, index) => {
      const place = sent + index;
      const text = place % 25 === 24 ? `word ${place}.\n\n` : `word ${place} `;
      return { turnId, type: "TOKEN" as const, payload: { text } };
    });
    await appendEvents(database, threadId, events);
    sent += due;
    await new Promise((done) => setTimeout(done, 5));
  }
  await page.getByText(`word ${sent - 1}`).waitFor();
  const { slow, frames: count } = await frames();
  return [
    {
      what: `${eventsASecond} streamed events a second for ${streamedForMs / 1_000} s (${sent} events, ${count} frames): frames over 50 ms`,
      aim: "0",
      measured: slow.length === 0 ? "0" : `${slow.length}, the longest ${inMs(Math.max(...slow))}`,
      met: slow.length === 0,
    },
  ];
}

const inAnHour = () => new Date(Date.now() + 3_600_000);

/** Counts frames, and notes the long ones as the browser itself reports them. @returns how to end it */
function watchFrames(page: Page): () => Promise<{ slow: number[]; frames: number }> {
  const watching = page.evaluate(() => {
    const seen = { slow: [] as number[], frames: 0, stop: false };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.slow.push(duration);
    }).observe({ type: "long-animation-frame" });
    const count = () => {
      seen.frames += 1;
      if (!seen.stop) requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
  return async () => {
    await watching;
    return page.evaluate(() => {
      const { seen } = window as unknown as { seen: { slow: number[]; frames: number; stop: boolean } };
      seen.stop = true;
      return { slow: seen.slow, frames: seen.frames };
    });
  };
}
