import { expect, test } from "vitest";
import { createTestDatabase } from "../../scripts/testing/database.ts";
import { ChatPage } from "./chat-page.ts";
import { trainTitanic } from "./product.ts";
import { withSetting } from "./setting.ts";

const setting = withSetting();

test("the API is killed: the page says so, keeps the message, heals, and sends it once by itself", async () => {
  const chat = await new ChatPage(await setting.newPage()).open(setting.product.url);
  const { page } = chat;
  await chat.say("hi");
  await setting.product.endApi("SIGKILL");
  await page.getByText("The connection was lost.").waitFor();

  await chat.message.fill("What models are available?");
  await chat.message.press("Enter");
  const waits = page.getByRole("status").filter({ hasText: "The server can't be reached. Your message waits here" });
  await waits.waitFor();
  await waits.getByRole("button", { name: "Try again" }).waitFor();

  const turn = await chat.after(() => setting.product.startApi());
  expect(await turn.getAttribute("data-kind")).toBe("LIST_MODELS");
  await page.getByText("The connection was lost.").waitFor({ state: "hidden" });
  await waits.waitFor({ state: "hidden" });
  expect(await chat.turns.count()).toBe(2);

  await page.reload();
  await chat.turns.nth(1).waitFor();
  expect(await chat.turns.count()).toBe(2);
});

test("messages that can't be sent outlive a reload, and arrive in their order", async () => {
  const chat = await new ChatPage(await setting.newPage()).open(setting.product.url);
  const { page } = chat;
  await chat.say("hi");
  await page.waitForURL(/\/chat\//);
  await page.route("**/graphql", (route) =>
    route.request().postData()?.includes("mutation Send") ? route.abort() : route.fallback(),
  );
  for (const message of ["What models are available?", "who promoted version 1?"]) {
    await chat.message.fill(message);
    await chat.message.press("Enter");
  }
  const unsent = page.locator("[data-live=UNSENT]");
  await unsent.nth(1).waitFor();

  await page.reload();
  await unsent.nth(1).waitFor();
  await page.unroute("**/graphql");
  await chat.turns.nth(2).waitFor();
  await unsent.first().waitFor({ state: "detached" });
  const kinds = await chat.turns.evaluateAll((turns) => turns.map((turn) => turn.getAttribute("data-kind")));
  expect(kinds).toEqual(["HELP", "LIST_MODELS", "AUDIT_HISTORY"]);
});

test("the API is restarted in good order: the page follows on by itself, also with what others say", async () => {
  const chat = await new ChatPage(await setting.newPage()).open(setting.product.url);
  const { page } = chat;
  await chat.say("hi");
  await page.waitForURL(/\/chat\//);
  await setting.product.endApi("SIGTERM");
  await page.getByText("The connection was lost.").waitFor();
  await setting.product.startApi();
  // Said elsewhere, while the page may not yet be connected again.
  const threadId = new URL(page.url()).pathname.split("/").at(-1);
  const turn = await chat.after(() =>
    setting.product.graphql(
      'mutation ($id: ID!) { chat(input: {threadId: $id, message: "What models are available?"}) { __typename } }',
      { id: threadId },
    ),
  );
  expect(await turn.getAttribute("data-kind")).toBe("LIST_MODELS");
  await page.getByText("The connection was lost.").waitFor({ state: "hidden" });
});

test("a new chat after a chat is an empty one, and back leads back", async () => {
  const chat = await new ChatPage(await setting.newPage()).open(setting.product.url);
  const { page } = chat;
  await chat.say("hi");
  await page.waitForURL(/\/chat\//);
  const address = page.url();
  await page.getByRole("link", { name: "New chat" }).click();
  await page.getByRole("list", { name: "Suggested first messages" }).waitFor();
  await chat.say("What models are available?");
  expect(await chat.turns.count()).toBe(1);
  expect(page.url()).not.toBe(address);
  await page.goto(address);
  await chat.turns.first().waitFor();
  expect(await chat.turns.count()).toBe(1);
});

test("arrow up brings back what was said; Shift+Enter makes a line", async () => {
  const chat = await new ChatPage(await setting.newPage()).open(setting.product.url);
  await chat.say("hi");
  await chat.message.press("ArrowUp");
  expect(await chat.message.inputValue()).toBe("hi");
  await chat.message.press("Shift+Enter");
  await chat.message.pressSequentially("there");
  expect(await chat.message.inputValue()).toBe("hi\nthere");
});

test("everything is begun anew while a page is open: it shows nothing any more that is not there", async () => {
  const page = await setting.newPage();
  const chat = await new ChatPage(page).open(setting.product.url);
  await trainTitanic(setting.product);
  const banner = page.getByRole("complementary", { name: "Active model" });
  await banner.getByRole("button", { name: "Promote titanic version 1" }).waitFor();
  await chat.say("hi");
  await setting.product.endApi("SIGTERM");
  await setting.product.startApi((await createTestDatabase()).url);
  await page.getByText("There is no such conversation. If it was open here before").waitFor();
  await banner.getByRole("button", { name: "Promote titanic version 1" }).waitFor({ state: "detached" });
  await chat.turns.first().waitFor({ state: "detached" });
  await setting.product.endApi("SIGTERM");
  await setting.product.startApi();
});
