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

  await question.getByRole("radio", { name: "Southampton" }).check();
  await question.getByRole("radio", { name: "adult" }).check();
  const reply = await chat.after(() => question.getByRole("button", { name: "Predict" }).click());
  expect(await reply.getAttribute("data-kind")).toBe("PREDICTION");
  const probability = Number(await reply.getByRole("meter").getAttribute("aria-valuenow"));
  expect(probability).toBeGreaterThanOrEqual(50);
  expect(probability).toBeLessThanOrEqual(100);
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
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("Skip to the content");
  await page.keyboard.press("Enter");
  for (
    let steps = 0;
    steps < 40 && !(await chat.message.evaluate((field) => field === document.activeElement));
    steps++
  ) {
    await page.keyboard.press("Tab");
  }
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
});
