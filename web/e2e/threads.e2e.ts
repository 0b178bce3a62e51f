import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { ChatPage } from "./chat-page.ts";
import { withSetting } from "./setting.ts";

const setting = withSetting();

/** The list of conversations: on a wide page it is in sight, on a narrow one in the drawer. */
const listOf = (page: Page) => page.getByRole("navigation", { name: "Conversations" });

async function begin(page: Page, message: string): Promise<ChatPage> {
  const chat = await new ChatPage(page).open(setting.product.url);
  await chat.say(message);
  await listOf(page).getByRole("link", { name: message }).waitFor();
  return chat;
}

test("a conversation is renamed by keyboard alone, and keeps the new title", async () => {
  const page = await setting.newPage();
  await begin(page, "hello there");
  const list = listOf(page);
  const button = list.getByRole("button", { name: "Actions for hello there" });
  await button.focus();
  await page.keyboard.press("Enter");
  await list.getByRole("menu", { name: "Actions for hello there" }).waitFor();
  await list.getByRole("menuitem", { name: "Rename" }).and(page.locator(":focus")).waitFor();
  await page.keyboard.press("ArrowUp");
  await list.getByRole("menuitem", { name: "Delete" }).and(page.locator(":focus")).waitFor();
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Rename the conversation" });
  await dialog.getByRole("textbox", { name: "Title" }).and(page.locator(":focus")).waitFor();
  await page.keyboard.type("Greetings");
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "hidden" });
  await list.getByRole("link", { name: "Greetings" }).waitFor();
  await list.getByRole("button", { name: "Actions for Greetings" }).and(page.locator(":focus")).waitFor();
  await page.reload();
  await list.getByRole("link", { name: "Greetings" }).waitFor();
});

test("Escape closes the menu, and a second press of the button does", async () => {
  const page = await setting.newPage();
  await begin(page, "about the menu");
  const button = listOf(page).getByRole("button", { name: "Actions for about the menu" });
  const menu = page.getByRole("menu");
  for (const close of [() => page.keyboard.press("Escape"), () => button.click()]) {
    await button.click();
    await menu.waitFor();
    expect(await button.getAttribute("aria-expanded")).toBe("true");
    await close();
    await menu.waitFor({ state: "hidden" });
    expect(await button.getAttribute("aria-expanded")).toBe("false");
  }
});

test("the link to a conversation is copied, and opens it", async () => {
  const page = await setting.newPage({ permissions: ["clipboard-read", "clipboard-write"] });
  await begin(page, "to be shared");
  await listOf(page).getByRole("button", { name: "Actions for to be shared" }).click();
  await page.getByRole("menuitem", { name: "Copy link" }).click();
  await page.getByText("The link to “to be shared” was copied.").waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(page.url());
  const other = await setting.newPage();
  await other.goto(link);
  await other.getByRole("article", { name: "You said: to be shared" }).waitFor();
});

test("search finds words of titles and of what was said; an empty result says so", async () => {
  const page = await setting.newPage();
  await begin(page, "zanzibar is an island");
  await begin(page, "quokkas are small");
  const list = listOf(page);
  await list.getByRole("searchbox", { name: "Search the conversations" }).fill("ISLAND zanzibar");
  await list.getByRole("link", { name: "quokkas" }).waitFor({ state: "detached" });
  await list.getByRole("link", { name: "zanzibar" }).waitFor();
  await list.getByRole("searchbox").fill("nothing has this");
  await list.getByText("None has these words.").waitFor();
  await list.getByRole("searchbox").fill("");
  await list.getByRole("link", { name: "quokkas" }).waitFor();
});

test("the list is the same in all tabs: what is said or renamed in one shows in the other", async () => {
  const page = await setting.newPage();
  const other = await page.context().newPage();
  await other.goto(`${setting.product.url}/models`);
  await begin(page, "seen elsewhere");
  const elsewhere = listOf(other);
  await elsewhere.getByRole("link", { name: "seen elsewhere" }).waitFor();
  await listOf(page).getByRole("button", { name: "Actions for seen elsewhere" }).click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  await page.getByRole("textbox", { name: "Title" }).fill("Called otherwise");
  await page.getByRole("button", { name: "Rename" }).click();
  await elsewhere.getByRole("link", { name: "Called otherwise" }).waitFor();
});

test("deleting says what goes; a no leaves it, a yes takes it and leads away from it", async () => {
  const page = await setting.newPage();
  await begin(page, "soon forgotten");
  const list = listOf(page);
  const ask = async () => {
    await list.getByRole("button", { name: "Actions for soon forgotten" }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    const dialog = page.getByRole("dialog", { name: "Delete this conversation?" });
    await dialog.getByText("“soon forgotten”, with its message and reply, is deleted.").waitFor();
    await dialog.getByText(/stays in the audit log/).waitFor();
    return dialog;
  };
  const address = page.url();
  await (await ask()).getByRole("button", { name: "Cancel" }).click();
  await list.getByRole("link", { name: "soon forgotten" }).waitFor();

  await (await ask()).getByRole("button", { name: "Delete" }).click();
  await list.getByRole("link", { name: "soon forgotten" }).waitFor({ state: "detached" });
  await page.waitForURL(`${setting.product.url}/`);
  await page.getByText("The conversation was deleted.").waitFor();
  await page.goto(address);
  await page.getByText("There is no such conversation.").waitFor();
  await page.goto(`${setting.product.url}/audit`);
  await page.getByText("Deleted a conversation of 1 message.").waitFor();
});

test("a conversation that was deleted is had back by the note that tells of it, wherever one has gone since", async () => {
  const page = await setting.newPage();
  await begin(page, "deleted by mistake");
  const list = listOf(page);
  const address = page.url();
  await list.getByRole("button", { name: "Actions for deleted by mistake" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await page.waitForURL(`${setting.product.url}/`);
  await page.getByRole("link", { name: "Models", exact: true }).click();
  await page.waitForURL(/\/models$/);
  await page.getByRole("status").getByRole("button", { name: "Undo" }).press("Enter");
  await page.getByText("“deleted by mistake” is back.").waitFor();
  await list.getByRole("link", { name: "deleted by mistake" }).click();
  await page.waitForURL(address);
  await page.getByRole("article", { name: "You said: deleted by mistake" }).waitFor();
  expect(await new ChatPage(page).turns.count()).toBe(1);
});

test("360 px wide: the drawer's menu and dialogs are in sight, by touch", async () => {
  const page = await setting.newPage({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  const chat = await new ChatPage(page).open(setting.product.url);
  await chat.say("on the road");
  await page.getByRole("button", { name: "Open the navigation" }).tap();
  await page.getByRole("button", { name: "Actions for on the road" }).tap();
  const box = await page.getByRole("menu").boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 999) + (box?.width ?? 999)).toBeLessThanOrEqual(360);
  await page.getByRole("menuitem", { name: "Rename" }).tap();
  await page.getByRole("textbox", { name: "Title" }).fill("On a phone");
  await page.getByRole("button", { name: "Rename" }).tap();
  await page.getByRole("link", { name: "On a phone" }).waitFor();
});

const idOf = (page: Page) => new URL(page.url()).pathname.split("/").at(-1);

test("deleted elsewhere: every page that shows it says so, and what is said to it begins a new conversation", async () => {
  const page = await setting.newPage();
  const chat = await begin(page, "a shared one");
  await chat.say("help");
  const address = page.url();
  const other = await setting.newPage();
  await other.goto(address);
  await other.getByRole("article", { name: "You said: help" }).waitFor();
  await setting.product.graphql("mutation ($id: ID!) { deleteThread(id: $id) { __typename } }", { id: idOf(page) });
  for (const each of [page, other]) {
    await each.getByText("There is no such conversation. If it was open here before").waitFor();
    await each.getByRole("article").first().waitFor({ state: "detached" });
    await listOf(each).getByRole("link", { name: "a shared one" }).waitFor({ state: "detached" });
  }
  await chat.message.fill("What models are available?");
  await chat.message.press("Enter");
  await page.getByText("Your message begins a new one.").waitFor();
  await page
    .getByRole("article", { name: "You said: What models are available?" })
    .and(page.locator("[data-kind]"))
    .waitFor();
  expect(await chat.turns.count()).toBe(1);
  expect(page.url()).not.toBe(address);
  await page.reload();
  await chat.turns.first().waitFor();
});

test("renamed or begun elsewhere: the list and the tab follow when the person comes back to the window", async () => {
  const page = await setting.newPage();
  await page.clock.install();
  await begin(page, "an old name");
  // What is read from time to time is not read in this test.
  await page.clock.pauseAt(Date.now() + 60_000);
  await setting.product.graphql('mutation ($id: ID!) { renameThread(id: $id, title: "A new name") { __typename } }', {
    id: idOf(page),
  });
  await setting.product.graphql('mutation { chat(input: { message: "said elsewhere" }) { __typename } }');
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await listOf(page).getByRole("link", { name: "A new name" }).waitFor();
  await listOf(page).getByRole("link", { name: "said elsewhere" }).waitFor();
  await expect.poll(() => page.title()).toBe("A new name · Modelwright");
});

test("each conversation has its own title in the tab", async () => {
  const page = await setting.newPage();
  await begin(page, "the first talk");
  const title = () => expect.poll(() => page.title());
  await title().toBe("the first talk · Modelwright");
  await page.getByRole("link", { name: "New chat" }).click();
  await title().toBe("Modelwright");
  await new ChatPage(page).say("the second talk");
  await title().toBe("the second talk · Modelwright");
  await page.getByRole("link", { name: "Models", exact: true }).click();
  await title().toBe("Models · Modelwright");
  const list = listOf(page);
  await list.getByRole("link", { name: "the first talk" }).click();
  await title().toBe("the first talk · Modelwright");
  await list.getByRole("link", { name: "the second talk" }).click();
  await title().toBe("the second talk · Modelwright");
  await page.goBack();
  await title().toBe("the first talk · Modelwright");
  await page.reload();
  await title().toBe("the first talk · Modelwright");
});

test("a title that turns the writing or rings a bell leaves the page as it is", async () => {
  const page = await setting.newPage();
  const said = "invoice \u202etxt.exe\u0007 \u2066hello";
  await setting.product.graphql("mutation ($message: String!) { chat(input: { message: $message }) { __typename } }", {
    message: said,
  });
  await page.goto(setting.product.url);
  const link = listOf(page).getByRole("link", { name: "invoice txt.exe" });
  await link.waitFor();
  expect(await link.textContent()).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  await link.click();
  await page.getByRole("heading", { level: 1, name: "invoice txt.exe hello" }).waitFor();
  await expect.poll(() => page.title()).toMatch(/^invoice txt\.exe +hello · Modelwright$/);
});
