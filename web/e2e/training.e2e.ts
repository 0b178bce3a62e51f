import { expect, test } from "vitest";
import { type Product, train } from "./product.ts";
import { withSetting } from "./setting.ts";

const setting = withSetting();

/** Asks for trainings without waiting for them; returns their ids, in order. */
async function ask(product: Product, model: string, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index++) {
    const { trainModel } = (await product.graphql(
      "mutation ($model: String!) { trainModel(input: { model: $model }) { ... on TrainingRun { id } } }",
      { model },
    )) as { trainModel: { id: string } };
    ids.push(trainModel.id);
  }
  return ids;
}

test("an empty list leads to the form, the form to the run, the run to its version, and to the same again", async () => {
  const page = await setting.newPage();
  await page.goto(`${setting.product.url}/training`);
  await page.getByText("Nothing has been trained yet.").waitFor();
  await page.getByRole("link", { name: "Train a model" }).click();
  await page.getByRole("heading", { name: "New training" }).waitFor();

  const main = page.getByRole("main");
  await main.getByLabel("Model").selectOption("titanic");
  await main.getByLabel("Algorithm").selectOption("Logistic regression");
  // A model of classes is not learned by what learns numbers.
  expect(await main.getByLabel("Algorithm").getByRole("option").allTextContents()).toEqual([
    "Its own",
    "Logistic regression",
  ]);
  await main.getByLabel("Held out for measuring (%)").fill("40");
  await main.getByLabel("Seed (optional)").fill("7");
  await main.getByRole("button", { name: "Train" }).click();
  await page.waitForURL(/\/training\/[0-9a-f-]{36}$/);
  const first = page.url();
  await main.getByText("Succeeded").waitFor();
  await main.getByRole("heading", { name: "Trained titanic version 1" }).waitFor();
  const facts = main.locator("dl").filter({ hasText: "Algorithm" });
  for (const fact of ["Logistic regression", "40.0%", "7"]) await facts.getByText(fact, { exact: true }).waitFor();

  await main.getByRole("img", { name: /^Log loss went from 0\.\d+ to 0\.\d+ in \d+ steps\.$/ }).waitFor();
  await main.getByText("As a table").click();
  const table = main.getByRole("table", { name: "Log loss on the training rows" });
  expect(await table.getByRole("row").count()).toBeGreaterThan(4);
  await table.getByRole("rowheader", { name: "held out" }).waitFor();
  await main.getByText(/Iteration 0: log loss/).waitFor();

  await main.getByRole("button", { name: "Train again" }).click();
  await page.waitForURL((url) => url.href !== first && url.pathname.startsWith("/training/"));
  await main.getByRole("heading", { name: "Trained titanic version 2" }).waitFor();
  for (const fact of ["40.0%", "7"]) await facts.getByText(fact, { exact: true }).waitFor();
});

test("the list follows what runs, without a reload, and is filtered by an address of its own", async () => {
  await train(setting.product, "penguins");
  const [, last = ""] = await ask(setting.product, "titanic", 2);
  const page = await setting.newPage();
  await page.goto(`${setting.product.url}/training`);
  const main = page.getByRole("main");
  const newest = main.getByRole("row").filter({ has: page.locator(`a[href="/training/${last}"]`) });
  await newest.getByText("Succeeded").waitFor();
  await newest.getByRole("link", { name: /^version \d+$/ }).waitFor();

  await main.getByLabel("Model").selectOption("penguins");
  await page.waitForURL(/\/training\?model=penguins$/);
  await main.getByRole("heading", { name: "1 run" }).waitFor();
  await page.reload();
  await main.getByRole("heading", { name: "1 run" }).waitFor();
  expect(await main.getByLabel("Model").inputValue()).toBe("penguins");
  await page.goBack();
  await main.getByRole("rowheader", { name: "titanic" }).first().waitFor();
});

test("a run that waits is cancelled on its page; the page says what came of it, and offers it again", async () => {
  const ids = await ask(setting.product, "titanic", 12);
  const page = await setting.newPage();
  await page.goto(`${setting.product.url}/training/${ids.at(-1)}`);
  const main = page.getByRole("main");
  await main.getByRole("button", { name: "Cancel training" }).click();
  await main.getByText("Training was cancelled. Nothing was registered.").waitFor();
  await main.getByRole("button", { name: "Train again" }).waitFor();
});

test("a run that is not there says so", async () => {
  const page = await setting.newPage();
  await page.goto(`${setting.product.url}/training/${crypto.randomUUID()}`);
  await page.getByText("There is no such training run.").waitFor();
});
