import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { ChatPage } from "./chat-page.ts";
import { promoteTitanic, trainTitanic } from "./product.ts";
import { withSetting } from "./setting.ts";

const setting = withSetting(async (product) => {
  await trainTitanic(product);
  await promoteTitanic(product);
});

test("predict: what is missing is asked for, and answered in the form", async () => {
  const chat = await new ChatPage(await setting.newPage()).open(setting.product.url);
  const question = await chat.say("a woman in third class");
  expect(await question.getAttribute("data-kind")).toBe("MISSING_INPUTS");
  expect(await question.getByRole("radio", { name: "female", exact: true }).isChecked()).toBe(true);
  expect(await question.getByRole("radio", { name: "third class" }).isChecked()).toBe(true);

  await question.getByRole("button", { name: "Predict" }).click();
  expect(await question.getByText("This is needed for a prediction.", { exact: true }).count()).toBe(2);
  expect(await question.getByText("Not said yet.").count()).toBe(0);
  // The focus is in the first field that has a problem.
  await question.locator("fieldset[data-invalid]").first().locator("input:focus").waitFor();

  await question.getByRole("radio", { name: "Southampton" }).check();
  await question.getByRole("radio", { name: "adult" }).check();
  const reply = await chat.after(() => question.getByRole("button", { name: "Predict" }).click());
  expect(await reply.getAttribute("data-kind")).toBe("PREDICTION");
  const probability = Number(await reply.getByRole("meter").getAttribute("aria-valuenow"));
  expect(probability).toBeGreaterThanOrEqual(50);
  expect(probability).toBeLessThanOrEqual(100);
  // What was read from words keeps them.
  await reply.getByText("woman").waitFor();
  await reply.getByText("third class").first().waitFor();
  await question.getByText("This was answered.").waitFor();
});

test("predict: what is missing is asked for, and answered in words", async () => {
  const chat = await new ChatPage(await setting.newPage()).open(setting.product.url);
  const question = await chat.say("a woman in third class");
  expect(await question.getAttribute("data-kind")).toBe("MISSING_INPUTS");
  const reply = await chat.say("she was an adult and boarded in Southampton");
  expect(await reply.getAttribute("data-kind")).toBe("PREDICTION");
  await reply.getByRole("meter").waitFor();
  await question.getByText("This was answered.").waitFor();

  await reply.getByText("How this was understood").click();
  await reply.locator("mark", { hasText: "Southampton" }).waitFor();
});

test("predict: what was chosen in the form stays when a part is answered in words", async () => {
  const chat = await new ChatPage(await setting.newPage()).open(setting.product.url);
  const question = await chat.say("a woman in third class");
  await question.getByRole("radio", { name: "adult" }).check();
  await question.getByRole("radio", { name: "Queenstown" }).check();
  const asked = await chat.say("she boarded in Southampton");
  const rest = asked.getByRole("button", { name: "Predict" });
  await rest.waitFor();
  expect(await asked.getByRole("radio", { name: "Southampton" }).isChecked()).toBe(true);
  expect(await asked.getByRole("radio", { name: "adult" }).isChecked()).toBe(true);
  const reply = await chat.after(() => rest.click());
  expect(await reply.getAttribute("data-kind")).toBe("PREDICTION");
});

test("predict: answered in another browser, a form says what was filled in here and not sent, and a late click that it was late", async () => {
  const first = await new ChatPage(await setting.newPage()).open(setting.product.url);
  await first.say("a woman in third class");
  const pages = [await setting.newPage(), await setting.newPage()];
  const forms = [];
  for (const page of pages) {
    await page.goto(first.page.url());
    const form = page.locator("[data-kind=MISSING_INPUTS]");
    await form.getByRole("radio", { name: "Queenstown" }).check();
    forms.push(form);
  }
  const [halfFilled, late] = forms as [Locator, Locator];
  await late.getByRole("radio", { name: "adult" }).check();
  let answered = () => {};
  const isAnswered = new Promise<void>((resolve) => {
    answered = resolve;
  });
  await pages[1]?.route("**/graphql", async (route) => {
    if (route.request().postData()?.includes("mutation Answer")) await isAnswered;
    await route.fallback();
  });
  await late.getByRole("button", { name: "Predict" }).click();
  await first.say("she was an adult and boarded in Southampton");
  answered();
  await halfFilled
    .getByText("This was answered. What you had filled in here was not sent: Queenstown (embarked).")
    .waitFor();
  await late
    .getByText(
      "This was answered. Your answer here came after that, and did nothing: Queenstown (embarked), adult (age group).",
    )
    .waitFor();
});

test("predict: with the keyboard alone", async () => {
  const chat = await new ChatPage(await setting.newPage()).open(setting.product.url);
  const { page } = chat;
  const focused = () =>
    page.evaluate(
      () => document.activeElement?.closest("label")?.textContent ?? document.activeElement?.textContent ?? "",
    );
  const go = async (key: string, to: RegExp) => {
    for (let steps = 0; steps < 40; steps++) {
      if (to.test(await focused())) return;
      await page.keyboard.press(key);
    }
    throw new Error(`${key} does not lead to ${to}; the focus is on "${await focused()}"`);
  };
  const question = await chat.after(async () => {
    await page.keyboard.type("a man in first class");
    await page.keyboard.press("Enter");
  });
  await question.getByRole("button", { name: "Predict" }).waitFor();

  await go("Shift+Tab", /^(child|adult)/);
  await page.keyboard.press("Space");
  await go("ArrowDown", /^adult/);
  await go("Shift+Tab", /^(Cherbourg|Queenstown|Southampton)$/);
  await page.keyboard.press("Space");
  await go("ArrowDown", /^Queenstown$/);
  await go("Tab", /^Predict$/);
  const reply = await chat.after(() => page.keyboard.press("Enter"));
  expect(await reply.getAttribute("data-kind")).toBe("PREDICTION");
  await reply.getByText("Queenstown").first().waitFor();
  await chat.hasFocus();
});

test("predict: after something else in between, one form stands to be answered, and the reminder leads to it", async () => {
  const chat = await new ChatPage(await setting.newPage()).open(setting.product.url);
  const { page } = chat;
  const question = await chat.say("a woman in third class who boarded in Southampton");
  await question.getByRole("button", { name: "Predict" }).waitFor();
  // What the form asks is not asked in words as well.
  expect(await question.getByText("Was the passenger a child").count()).toBe(1);
  const reminder = await chat.say("What models are available?");
  expect(await page.getByRole("button", { name: "Predict" }).count()).toBe(1);
  await reminder.getByRole("button", { name: "To the question" }).click();
  await question.locator("input:focus").waitFor();
  await question.getByRole("radio", { name: "adult" }).check();
  await chat.after(() => question.getByRole("button", { name: "Predict" }).click());
  await question.getByText("This was answered.").waitFor();
  await reminder.getByRole("button", { name: "To the question" }).waitFor({ state: "detached" });
  await chat.hasFocus();
});
