import { expect, test } from "vitest";
import { ChatPage } from "./chat-page.ts";
import { withSetting } from "./setting.ts";

const setting = withSetting();

test("train: asks what there is, trains with progress, sees the measures beside the baseline", async () => {
  const chat = await new ChatPage(await setting.newPage()).open(setting.product.url);
  const { page } = chat;
  await page.getByText("No model is in production.").waitFor();
  const guide = page.getByRole("region", { name: "The first five minutes" });
  const done = guide.locator("[data-done]");
  await guide.getByRole("button", { name: "Train the titanic model" }).waitFor();
  expect(await done.count()).toBe(0);

  await chat.say("What models are available?");
  const start = page.getByRole("button", { name: /^Train the titanic model/ }).first();
  // Every value that the progress bar had, as the page showed it.
  await page.evaluate(() => {
    const shown: string[] = [];
    Object.assign(window, { shown });
    new MutationObserver(() => {
      const bar = document.querySelector("[role=progressbar]");
      if (bar) shown.push(bar.getAttribute("aria-valuenow") ?? "");
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  const turn = await chat.after(() => start.click());
  expect(await turn.getAttribute("data-kind")).toBe("TRAINING_STARTED");

  await turn.getByText("Succeeded").waitFor();
  await turn.getByRole("heading", { name: "Trained titanic version 1" }).waitFor();
  await turn.getByText("Accuracy", { exact: true }).waitFor();
  expect(await turn.getByText(/^baseline /).count()).toBeGreaterThan(0);
  const shown = await page.evaluate(() => ("shown" in window ? window.shown : []));
  expect(Array.isArray(shown) && shown.length).toBeGreaterThan(0);

  // What is offered next follows the run, which had not ended when the reply was made.
  const next = page.getByRole("list", { name: "Suggested messages" });
  await next.getByRole("button", { name: "Promote it" }).waitFor();
  expect(await next.getByRole("button", { name: "How is the training going?" }).count()).toBe(0);

  await turn.getByText("Details and log").click();
  expect(await turn.getByRole("listitem").count()).toBeGreaterThan(1);

  // A candidate waits: the banner says so, and offers to promote it.
  await page.getByText("is a candidate and waits.").waitFor();
  await page.getByRole("button", { name: "Promote titanic version 1" }).click();
  const dialog = page.getByRole("dialog", { name: "Promote titanic version 1?" });
  await dialog.getByRole("button", { name: "Promote", exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
  await page.getByRole("link", { name: "titanic version 1" }).first().waitFor();
  await page.getByText("No model is in production.").waitFor({ state: "hidden" });

  // The steps of the beginning tick themselves, by whatever way they were done, and go when all are.
  await page.goto(setting.product.url);
  await done.nth(1).waitFor();
  expect(await done.allTextContents()).toEqual(["✓Train a model (done)", "✓Put it into production (done)"]);
  await guide.getByRole("link", { name: "Open the model" }).click();
  await page.getByText("Version 1 answers predictions").waitFor();
  await page.goto(setting.product.url);
  const asked = await chat.after(() => guide.getByRole("button").last().click());
  expect(await asked.getAttribute("data-kind")).toBe("PREDICTION");
  await asked.getByRole("meter").waitFor();
  await page.goto(setting.product.url);
  await page.getByRole("list", { name: "Suggested first messages" }).getByRole("button").first().waitFor();
  expect(await guide.count()).toBe(0);
  // Who comes to an installation that is in use is not led through its beginning.
  const other = await setting.newPage();
  const read = other.waitForResponse((response) =>
    Boolean(response.request().postData()?.includes("query FirstSteps")),
  );
  await new ChatPage(other).open(setting.product.url);
  await (await read).finished();
  expect(await other.getByText("The first five minutes").count()).toBe(0);
});

test("the models page trains what was never trained, by the defaults of the API", async () => {
  const page = await setting.newPage();
  await page.goto(`${setting.product.url}/models`);
  await page.getByRole("button", { name: "Train cars" }).click();
  await page.waitForURL(/\/models\/cars$/);
  await page.getByRole("heading", { name: "Trained cars version 1" }).waitFor();
  expect(await page.getByRole("link", { name: "Open cars" }).count()).toBe(0);
  expect(await page.getByLabel("Held out for measuring (%)").inputValue()).toBe("25");
  await page.getByLabel("Seed").fill("99999999999999");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await page.locator("input:invalid:focus").waitFor();
  await page.goto(`${setting.product.url}/models`);
  await page.getByRole("link", { name: "cars", exact: true }).waitFor();
  await page.getByRole("button", { name: "Train penguins" }).waitFor();
  expect(await page.getByRole("button", { name: "Train cars" }).count()).toBe(0);
});
