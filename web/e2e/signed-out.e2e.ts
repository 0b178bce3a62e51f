import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { violations } from "./axe.ts";
import { ChatPage } from "./chat-page.ts";
import { type Front, openFront } from "./front.ts";
import { withSetting } from "./setting.ts";

const setting = withSetting();
const fronts: Front[] = [];
afterAll(() => Promise.all(fronts.map((front) => front.close())));

async function openedBy(calls: Parameters<typeof openFront>[1]) {
  const front = await openFront(setting.product.url, calls);
  fronts.push(front);
  const chat = await new ChatPage(await setting.newPage()).open(front.url);
  return { front, chat, page: chat.page };
}

const notice = (page: Page) => page.getByRole("status").filter({ hasText: "Your sign-in has ended." });

/** Signs in where the notice leads to, in a tab of its own. */
async function signInAgain(page: Page): Promise<void> {
  const opened = page.context().waitForEvent("page");
  await page.getByRole("link", { name: "Sign in again" }).click();
  const other = await opened;
  await other.getByRole("textbox", { name: "Message" }).waitFor();
  await other.close();
}

test.each(["refused", "led elsewhere"] as const)(
  "the sign-in ends, calls are %s: the page says so, keeps what was sent and what was typed, and goes on when somebody signs in",
  async (calls) => {
    const { front, chat, page } = await openedBy(calls);
    await chat.say("hi");
    front.endSessions();
    await chat.message.fill("What models are available?");
    await chat.message.press("Enter");
    const waits = page.getByRole("status").filter({ hasText: "Your sign-in has ended. Your message waits here" });
    await waits.waitFor();
    await notice(page).getByRole("link", { name: "Sign in again" }).waitFor();
    expect(await page.getByText("can't be reached").count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await chat.message.fill("not yet sent");

    const turn = await chat.after(() => signInAgain(page));
    expect(await turn.getAttribute("data-kind")).toBe("LIST_MODELS");
    await page.getByRole("link", { name: "Sign in again" }).waitFor({ state: "detached" });
    await waits.waitFor({ state: "hidden" });
    expect(await chat.message.inputValue()).toBe("not yet sent");
    expect(await chat.turns.count()).toBe(2);
  },
);

test("streams that end with the sign-in say the same, not that the connection was lost, and follow on after it", async () => {
  const { front, chat, page } = await openedBy("refused");
  await chat.say("hi");
  await page.waitForURL(/\/chat\//);
  front.endSessions();
  front.cut();
  await notice(page).waitFor();
  expect(await page.getByText("The connection was lost.").count()).toBe(0);
  await signInAgain(page);
  await page.getByRole("link", { name: "Sign in again" }).waitFor({ state: "detached" });
  // Said elsewhere: only a stream tells of it.
  const threadId = new URL(page.url()).pathname.split("/").at(-1);
  const turn = await chat.after(() =>
    setting.product.graphql(
      'mutation ($id: ID!) { chat(input: {threadId: $id, message: "What models are available?"}) { __typename } }',
      { id: threadId },
    ),
  );
  expect(await turn.getAttribute("data-kind")).toBe("LIST_MODELS");
});

test("what is asked for elsewhere says so in its place, and can be asked for again after it", async () => {
  const { front, page } = await openedBy("led elsewhere");
  await page.getByRole("link", { name: "Audit log" }).click();
  const verify = page.getByRole("button", { name: "Verify" });
  await verify.waitFor();
  front.endSessions();
  await verify.click();
  await page.getByRole("main").getByText("Your sign-in has ended. Sign in again.").waitFor();
  await notice(page).waitFor();
  await signInAgain(page);
  await page.getByRole("link", { name: "Sign in again" }).waitFor({ state: "detached" });
  await verify.click();
  await page.getByRole("main").getByText("Your sign-in has ended.").waitFor({ state: "detached" });
});

test("a link to another page leads to the sign-in, and from there to the page", async () => {
  const { front, page } = await openedBy("refused");
  front.endSessions();
  await page.getByRole("link", { name: "Models", exact: true }).click();
  await page.waitForURL(/\/models$/);
  await page.getByRole("heading", { name: "Models", level: 1 }).waitFor();
});
