import { expect, test } from "vitest";
import { untilAlive } from "./alive.ts";
import { ChatPage } from "./chat-page.ts";
import { promoteTitanic, trainTitanic } from "./product.ts";
import { withSetting } from "./setting.ts";

const setting = withSetting(async (product) => {
  await trainTitanic(product);
  await promoteTitanic(product);
});

/** Opens a page whose scripts are on their way until they are let through. */
async function openEarly(path: string) {
  const page = await setting.newPage({}, false);
  let letThrough = () => {};
  const scripts = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(/\.js$/, async (route) => {
    await scripts;
    await route.continue();
  });
  await page.goto(setting.product.url + path, { waitUntil: "commit" });
  return { page, letThrough };
}

test("a message that is sent before the page's scripts are there is sent, once, and answered", async () => {
  const { page, letThrough } = await openEarly("/");
  const chat = new ChatPage(page);
  await chat.message.pressSequentially("What models are available?");
  await chat.message.press("Enter");
  await chat.message.press("Enter");
  expect(await chat.message.inputValue()).toBe("What models are available?");
  letThrough();
  await page.getByRole("article", { name: "You said: What models are available?" }).waitFor();
  await chat.turns.first().waitFor();
  expect(await chat.turns.count()).toBe(1);
  expect(await chat.message.inputValue()).toBe("");
  await chat.say("hi");
});

test("a message that is sent early by its button is sent too", async () => {
  const { page, letThrough } = await openEarly("/");
  const chat = new ChatPage(page);
  await chat.message.pressSequentially("hi");
  await page.getByRole("button", { name: "Send" }).click();
  letThrough();
  await page.getByRole("article", { name: "You said: hi" }).waitFor();
});

test("what is merely typed early stays, and can be sent", async () => {
  const { page, letThrough } = await openEarly("/");
  const chat = new ChatPage(page);
  await chat.message.pressSequentially("What models");
  letThrough();
  await untilAlive(page);
  await page.getByRole("button", { name: "Send" }).and(page.locator(":enabled")).waitFor();
  await chat.message.pressSequentially(" are there?");
  await chat.message.press("Enter");
  await page.getByRole("article", { name: "You said: What models are there?" }).waitFor();
});

test("a suggestion, a dialog and a filter that are asked for early come", async () => {
  const chat = await openEarly("/");
  await chat.page.getByRole("list", { name: "Suggested first messages" }).getByRole("button").first().click();
  chat.letThrough();
  await chat.page.locator("article[data-kind]").waitFor();

  const model = await openEarly("/models/titanic");
  await model.page.getByRole("button", { name: "Remove" }).press("Enter");
  model.letThrough();
  await model.page.getByRole("dialog", { name: /Remove titanic/ }).waitFor();

  const models = await openEarly("/models");
  await models.page.getByRole("searchbox", { name: "Search by name" }).pressSequentially("nothing like it");
  models.letThrough();
  await models.page.getByText("No registered model matches this.").waitFor();
  expect(await models.page.getByRole("searchbox", { name: "Search by name" }).inputValue()).toBe("nothing like it");
});

test("a link is followed before the scripts are there", async () => {
  const { page } = await openEarly("/");
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Models" }).click();
  await page.waitForURL(/\/models$/, { waitUntil: "commit" });
});
