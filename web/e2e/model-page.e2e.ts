import { expect, test } from "vitest";
import { promote, promoteTitanic, train, trainTitanic } from "./product.ts";
import { withSetting } from "./setting.ts";

const setting = withSetting(async (product) => {
  await trainTitanic(product);
  await promoteTitanic(product);
  await train(product, "penguins");
  await promote(product, "penguins");
});

/** What the API says of a case, for the class that is asked after. */
async function probability(features: Record<string, string>, value: string): Promise<string> {
  const { predict } = (await setting.product.graphql(
    "mutation ($input: PredictInput!) { predict(input: $input) { ... on Prediction { probabilities } } }",
    { input: { model: "titanic", features } },
  )) as { predict: { probabilities: Record<string, number> } };
  return `${((predict.probabilities[value] ?? Number.NaN) * 100).toFixed(1)}%`;
}

test("what if: one choice moves, and the probability with it, as the API says; the other features stay", async () => {
  const page = await setting.newPage();
  await page.goto(`${setting.product.url}/models/titanic`);
  const form = page.locator("form").filter({ has: page.getByRole("button", { name: "Predict" }) });
  const first = { sex: "female", passenger_class: "3", embarked: "S", age_group: "adult" };
  const { model } = (await setting.product.graphql(
    '{ model(name: "titanic") { classes { value label } features { name question options { value label } } } }',
  )) as {
    model: {
      classes: { value: string; label: string }[];
      features: { name: string; question: string; options: { value: string; label: string }[] }[];
    };
  };
  const given: Record<string, string> = {};
  for (const { name, question, options } of model.features) {
    const option = options.find(({ value }) => Object.values(first).includes(value)) ?? options[0];
    if (!option) throw new Error(`${name} has no options`);
    given[name] = option.value;
    await form.getByRole("group", { name: question }).getByText(option.label, { exact: true }).click();
  }
  await form.getByRole("button", { name: "Predict" }).click();
  const whatIf = page.getByRole("region", { name: "What if" });
  await whatIf.waitFor();
  expect(await whatIf.getByRole("status").count()).toBe(0);

  const moved = model.features[0];
  const other = moved?.options.find(({ value }) => value !== given[moved.name]);
  if (!moved || !other) throw new Error("the first feature has one option");
  await whatIf.getByRole("group", { name: moved.question }).getByText(other.label, { exact: true }).click();
  const sentence = (await whatIf.getByRole("status").textContent()) ?? "";
  // The class is called as people call it, and is "0" or "1" in the API.
  const label = /^The probability of “(.+?)”/.exec(sentence)?.[1];
  const predicted = model.classes.find((known) => known.label === label)?.value ?? "";
  expect(predicted).toMatch(/^[01]$/);
  expect(sentence).toContain(
    `goes from ${await probability(given, predicted)} to ${await probability({ ...given, [moved.name]: other.value }, predicted)}`,
  );
});

test("what if: a number moves by a slider, by keyboard alone", async () => {
  const page = await setting.newPage();
  await page.goto(`${setting.product.url}/models/penguins`);
  const form = page.locator("form").filter({ has: page.getByRole("button", { name: "Predict" }) });
  await form.waitFor();
  for (const input of await form.getByRole("spinbutton").all()) {
    const [min, max] = [Number(await input.getAttribute("min")), Number(await input.getAttribute("max"))];
    await input.fill(String(Math.round((min + max) / 2)));
  }
  for (const group of await form.getByRole("group").all())
    await group.getByRole("radio").first().check({ force: true });
  await form.getByRole("button", { name: "Predict" }).click();
  const whatIf = page.getByRole("region", { name: "What if" });
  const numeric = (
    (await setting.product.graphql('{ model(name: "penguins") { features { name kind } } }')) as {
      model: { features: { name: string; kind: string }[] };
    }
  ).model.features.find(({ kind }) => kind === "NUMERIC");
  await whatIf.getByLabel("Feature").selectOption(numeric?.name ?? "");
  const slider = whatIf.getByRole("slider");
  await slider.focus();
  await page.keyboard.press("Home");
  await whatIf
    .getByRole("status")
    .getByText(/^The probability of/)
    .waitFor();
  const low = await whatIf.getByRole("status").textContent();
  await page.keyboard.press("End");
  await whatIf
    .getByRole("status")
    .filter({ hasNotText: low ?? "" })
    .waitFor();
});

test("versions that are chosen on the model's page are compared; the address holds which, and that only differences are shown", async () => {
  await train(setting.product, "penguins", { seed: 7 });
  await train(setting.product, "penguins", { params: { C: 0.1 } });
  const page = await setting.newPage();
  await page.goto(`${setting.product.url}/models/penguins`);
  await page.getByRole("link", { name: "Compare the latest two" }).waitFor();
  for (const version of [3, 1]) await page.getByLabel(`Choose version ${version} to compare`).check();
  await page.getByRole("link", { name: "Compare 2 versions" }).click();
  await page.waitForURL(/\/models\/penguins\/compare\?versions=1,3$/);

  const main = page.getByRole("main");
  await main.getByText("These were measured on the same rows").waitFor();
  const row = (name: string) => main.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
  const cells = (name: string) => row(name).first().getByRole("cell").allTextContents();
  expect(await cells("C differs")).toEqual(["1", "0.1"]);
  expect(await cells("Seed")).toEqual(["42", "42"]);
  expect((await cells("Log loss"))[0]).toMatch(/^0\.\d{3}best$/);
  const { compareVersions } = (await setting.product.graphql(
    `{ compareVersions(model: "penguins", versions: [1, 3]) { ... on VersionsCompared { versions { coefficients { feature category class value } } } } }`,
  )) as {
    compareVersions: { versions: { coefficients: { feature: string | null; class: string; value: number }[] }[] };
  };
  const [first] = compareVersions.versions;
  const intercept = first?.coefficients.find((each) => each.feature === null && each.class === "Gentoo")?.value ?? 0;
  expect((await cells("Gentoo · Intercept"))[0]).toBe(intercept.toFixed(3).replace("-", "−"));

  const adding = main.getByLabel("Add a version by its number");
  await adding.fill("9");
  await adding.press("Enter");
  await main.getByText("The newest is version 3.").waitFor();
  await adding.fill("v2");
  await adding.press("Enter");
  await page.waitForURL(/\?versions=1,2,3$/);
  const compared = main.getByRole("list", { name: "Versions compared" }).getByRole("listitem");
  await expect.poll(() => compared.count()).toBe(3);
  await adding.and(page.locator(":focus")).waitFor();
  await main.getByText("These were not measured on the same rows").waitFor();
  await main.getByLabel("Only what differs").check();
  await page.waitForURL(/versions=1,2,3&only=differences$/);
  await row("Seed differs").waitFor();
  expect(await row("Data set").count()).toBe(0);
  await page.reload();
  await row("Seed differs").waitFor();
  expect(await main.getByLabel("Only what differs").isChecked()).toBe(true);
  expect(await cells("Seed differs")).toEqual(["42", "7", "42"]);
});

test("the list of models is searched and filtered by an address of its own", async () => {
  const page = await setting.newPage();
  await page.goto(`${setting.product.url}/models`);
  const main = page.getByRole("main");
  const names = main.getByRole("heading", { level: 2 }).getByRole("link");
  await names.nth(1).waitFor();
  await main.getByLabel("Search by name").pressSequentially("PENG");
  await page.waitForURL(/\/models\?search=PENG$/);
  await expect.poll(() => names.allTextContents()).toEqual(["penguins"]);
  expect(await main.getByLabel("Search by name").inputValue()).toBe("PENG");
  await main.getByLabel("Search by name").fill("");
  await main.getByLabel("Show").selectOption("With a candidate");
  await page.waitForURL(/\/models\?stage=CANDIDATE$/);
  await expect.poll(() => names.allTextContents()).toEqual(["penguins"]);
  await page.reload();
  await expect.poll(() => names.allTextContents()).toEqual(["penguins"]);
  await main.getByLabel("Show").selectOption("With an archived version");
  await main.getByText("No registered model matches this.").waitFor();
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Models" }).click();
  await names.nth(1).waitFor();
});

test("the history tells what became of the versions, and goes on by itself; measures are drawn once there are two", async () => {
  const page = await setting.newPage();
  await page.goto(`${setting.product.url}/models/titanic`);
  const history = page.getByRole("list", { name: "History of titanic" }).getByRole("listitem");
  await history.first().getByText("Version 1 went into production").waitFor();
  expect(await history.count()).toBe(2);
  expect(await page.getByRole("heading", { name: "From version to version" }).count()).toBe(0);

  await trainTitanic(setting.product);
  await history.first().getByText("Version 2 was registered: a candidate").waitFor();
  await page.getByRole("img", { name: /^Accuracy of version 1 is \d+\.\d%, of version 2 \d+\.\d%\.$/ }).waitFor();
  await page.getByLabel("Measure").selectOption("log_loss");
  await page.getByRole("img", { name: /^Log loss of version 1 is 0\.\d+/ }).waitFor();
  await page.getByText("Log loss on held-out rows; less is better").first().waitFor();
});
