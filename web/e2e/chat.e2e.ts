import { Client } from "pg";
import { expect, test } from "vitest";
import { ChatPage } from "./chat-page.ts";
import { trainTitanic } from "./product.ts";
import { withSetting } from "./setting.ts";

const setting = withSetting(trainTitanic);

test("a reply is copied as it was written", async () => {
  const page = await setting.newPage({ permissions: ["clipboard-read", "clipboard-write"] });
  const chat = await new ChatPage(page).open(setting.product.url);
  const turn = await chat.say("What models are available?");
  const id = await turn.getAttribute("data-turn");
  await turn.getByRole("button", { name: "Copy the reply" }).click();
  await turn.getByText("The reply was copied.").waitFor();
  const { turn: kept } = (await setting.product.graphql("query ($id: ID!) { turn(id: $id) { content } }", { id })) as {
    turn: { content: string };
  };
  expect(kept.content.length).toBeGreaterThan(10);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(kept.content);
});

test("what was said last can be said again, or changed first; what was said stays", async () => {
  const chat = await new ChatPage(await setting.newPage()).open(setting.product.url);
  const first = await chat.say("who promoted version 1?");
  const again = await chat.after(() => first.getByRole("button", { name: "Retry your message" }).click());
  expect(await again.getAttribute("data-kind")).toBe("AUDIT_HISTORY");
  expect(await chat.page.getByRole("button", { name: "Retry your message" }).count()).toBe(1);
  expect(await first.getByRole("button", { name: "Edit your message" }).count()).toBe(0);

  await again.getByRole("button", { name: "Edit your message" }).click();
  await chat.hasFocus();
  expect(await chat.message.inputValue()).toBe("who promoted version 1?");
  const changed = await chat.say("who trained version 1?");
  expect(await changed.getAttribute("data-kind")).toBe("AUDIT_HISTORY");
  expect(await chat.turns.count()).toBe(3);
  await chat.page.getByRole("article", { name: "You said: who promoted version 1?" }).first().waitFor();
});

test("a reply that takes long is stopped by the button that Send becomes, and by Escape; the next message is served", async () => {
  const chat = await new ChatPage(await setting.newPage()).open(setting.product.url);
  const { page } = chat;
  const held = new Client({ connectionString: setting.databaseUrl });
  await held.connect();
  const button = page.getByRole("button", { name: "Stop", exact: true });
  try {
    for (const stop of [() => button.click(), () => page.keyboard.press("Escape")]) {
      // What every reply reads is not to be had for the moment.
      await held.query("BEGIN; LOCK TABLE model IN ACCESS EXCLUSIVE MODE");
      const stopped = await chat.after(async () => {
        await chat.message.fill("What models are available?");
        await chat.message.press("Enter");
        await button.waitFor();
        await stop();
      });
      expect(await stopped.getAttribute("data-kind")).toBe("CANCELLED");
      await stopped.getByText("Stopped. Nothing was changed.").waitFor();
      await chat.hasFocus();
      await page.getByRole("button", { name: "Send" }).waitFor();
      await held.query("ROLLBACK");
      expect(await (await chat.say("help")).getAttribute("data-kind")).toBe("HELP");
    }
  } finally {
    await held.end();
  }
  expect(await chat.turns.count()).toBe(4);
});

test("a slash offers commands: chosen by arrows, taken by Enter, left by Escape", async () => {
  const page = await setting.newPage();
  const chat = await new ChatPage(page).open(setting.product.url);
  const list = page.getByRole("listbox", { name: "Commands" });
  await chat.message.fill("/");
  await list.getByRole("option").nth(4).waitFor();
  expect(await list.getByRole("option").count()).toBe(5);
  await page.keyboard.press("ArrowDown");
  const active = () => chat.message.getAttribute("aria-activedescendant");
  expect(await list.locator(`[id="${await active()}"]`).textContent()).toContain("/promote");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  expect(await list.locator(`[id="${await active()}"][aria-selected="true"]`).textContent()).toContain("/help");
  await page.keyboard.press("Escape");
  await list.waitFor({ state: "hidden" });
  expect(await chat.message.inputValue()).toBe("/");

  await chat.message.fill("/au");
  await list.getByRole("option", { name: "/audit" }).waitFor();
  await page.keyboard.press("Tab");
  expect(await chat.message.inputValue()).toBe("/audit ");
  await chat.hasFocus();
  await page.keyboard.type("titanic");
  const audit = await chat.after(() => page.keyboard.press("Enter"));
  expect(await audit.getAttribute("data-kind")).toBe("AUDIT_HISTORY");
  await audit.getByText("Show the audit log of titanic").first().waitFor();
});

test("each command is understood as what it says", async () => {
  const chat = await new ChatPage(await setting.newPage()).open(setting.product.url);
  for (const [command, kind] of [
    ["/train", "LIST_MODELS"],
    ["/audit", "AUDIT_HISTORY"],
    ["/predict a boy in first class from Cherbourg", ""],
    ["/predict", ""],
    ["/help", "HELP"],
    ["/promote titanic version 1", "CONFIRMATION_REQUIRED"],
    ["/train titanic with 30% held out", "TRAINING_STARTED"],
  ] as const) {
    const turn = await chat.say(command.includes(" ") ? command : `${command} `);
    const got = await turn.getAttribute("data-kind");
    if (kind) expect([command, got]).toEqual([command, kind]);
    else
      expect([command, ["PREDICTION", "MISSING_INPUTS", "CLARIFICATION", "ERROR"].includes(got ?? "")]).toEqual([
        command,
        true,
      ]);
  }
});

test("360 px wide: the commands are in sight, and taken by touch", async () => {
  const page = await setting.newPage({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  const chat = await new ChatPage(page).open(setting.product.url);
  await chat.message.fill("/h");
  const box = await page.getByRole("listbox", { name: "Commands" }).boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 999) + (box?.width ?? 999)).toBeLessThanOrEqual(360);
  const help = await chat.after(() => page.getByRole("option", { name: "/help" }).tap());
  expect(await help.getAttribute("data-kind")).toBe("HELP");
});
