import { expect, test } from "vitest";
import { ChatPage } from "./chat-page.ts";
import { trainTitanic } from "./product.ts";
import { withSetting } from "./setting.ts";
import { act } from "./version-acts.ts";

const setting = withSetting(trainTitanic);

test("promote: nothing happens before the yes; one yes acts once; the banner follows", async () => {
  const chat = await new ChatPage(await setting.newPage()).open(setting.product.url);
  const { page } = chat;
  const question = await chat.say("promote version 1 of titanic");
  expect(await question.getAttribute("data-kind")).toBe("CONFIRMATION_REQUIRED");
  await question.getByRole("heading", { name: "What will change" }).waitFor();
  // What will change is said once, on the card.
  const effects = await question.getByRole("listitem").allTextContents();
  expect(effects.length).toBeGreaterThan(0);
  expect(new Set(effects).size).toBe(effects.length);
  expect(await setting.product.graphql("{ activeModel { version } }")).toEqual({ activeModel: null });

  const done = await chat.after(() => question.getByRole("button", { name: "Confirm" }).dblclick());
  expect(await done.getAttribute("data-kind")).toBe("PROMOTED");
  await page.getByRole("link", { name: "titanic version 1" }).waitFor();
  await question.getByText("This was answered.").waitFor();
  expect(await question.getByRole("button", { name: "Confirm" }).count()).toBe(0);
  expect(await chat.turns.count()).toBe(2);
  await chat.hasFocus();
  expect(await setting.product.graphql("{ activeModel { version } }")).toEqual({ activeModel: { version: 1 } });
});

test("a confirmation has one pair of buttons also after something else in between; no to it leaves all as it was", async () => {
  const chat = await new ChatPage(await setting.newPage()).open(setting.product.url);
  const { page } = chat;
  const question = await chat.say("archive version 1 of titanic");
  await question.getByRole("button", { name: "Confirm" }).waitFor();
  const reminder = await chat.say("What models are available?");
  await reminder.getByRole("button", { name: "To the question" }).click();
  await question.locator("button:focus").waitFor();
  expect(await page.getByRole("button", { name: "Confirm" }).count()).toBe(1);
  await chat.after(() => question.getByRole("button", { name: "Cancel" }).click());
  await question.getByText("This was cancelled.").waitFor();
  await chat.hasFocus();
});

test("a second tab sees the question, and that it was answered in the first", async () => {
  const first = await new ChatPage(await setting.newPage()).open(setting.product.url);
  await first.say("hi");
  await first.page.waitForURL(/\/chat\//);
  const second = new ChatPage(await setting.newPage());
  await second.page.goto(first.page.url());
  await second.turns.first().waitFor();

  await first.say("archive version 1 of titanic");
  const elsewhere = second.turns.nth(1);
  await elsewhere.getByRole("button", { name: "Cancel" }).waitFor();

  await first.after(() => first.turns.nth(1).getByRole("button", { name: "Cancel" }).click());
  await elsewhere.getByText(/This was (answered|cancelled)/).waitFor();
  expect(await elsewhere.getByRole("button", { name: "Confirm" }).count()).toBe(0);
  await second.turns.nth(2).waitFor();
});

test("a dialog shows the act's own plan, with its checks; when something moved since, nothing is done and the new plan is shown", async () => {
  const page = await setting.newPage();
  await page.goto(`${setting.product.url}/models/titanic`);
  await page.getByRole("button", { name: "Roll back" }).waitFor({ state: "detached" });
  await trainTitanic(setting.product);
  await page.reload();
  await page.getByRole("button", { name: "Promote version 2" }).click();
  const dialog = page.getByRole("dialog", { name: "Promote titanic version 2?" });
  await dialog.getByText("titanic version 1 leaves production").waitFor();
  await dialog.getByText("✓ passed").first().waitFor();

  await setting.product.graphql('mutation { archiveVersion(model: "titanic", version: 1) { __typename } }');
  await dialog.getByRole("button", { name: "Promote", exact: true }).click();
  await dialog.getByText("Something changed since the plan was shown").waitFor();
  await dialog.getByText("titanic version 1 leaves production").waitFor({ state: "detached" });
  expect(await setting.product.graphql("{ activeModel { version } }")).toEqual({ activeModel: null });
  await dialog.getByRole("button", { name: "Promote", exact: true }).click();
  await page.getByText("Version 2 answers predictions").waitFor();

  await page.getByRole("button", { name: "Roll back" }).click();
  const back = page.getByRole("dialog", { name: "Roll titanic back to version 1?" });
  await back.getByText("titanic version 2 leaves production").waitFor();
  await back.getByRole("button", { name: "Roll back" }).click();
  await page.getByText("Version 1 answers predictions").waitFor();
});

test("the model page promotes, archives and removes after a word about it", async () => {
  const page = await setting.newPage();
  await page.goto(`${setting.product.url}/models/titanic`);
  await act(page, 1, "Archive");
  await page.getByRole("dialog", { name: "Take titanic version 1 off production?" }).waitFor();
  await page.getByRole("dialog").getByText("titanic version 1 leaves production").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Archive" }).click();
  await page.getByText("No version is in production").waitFor();
  await page.getByText("No model is in production.").waitFor();

  await page.getByRole("button", { name: "Remove", exact: true }).click();
  const remove = page.getByRole("dialog").getByRole("button", { name: "Remove" });
  expect(await remove.isDisabled()).toBe(true);
  await page.getByLabel("Type titanic to remove it").fill("titanic");
  await page.getByLabel("Type titanic to remove it").press("Enter");
  await page.waitForURL(/\/models$/);
  await page.getByText("No model has been trained yet.").waitFor();
});
