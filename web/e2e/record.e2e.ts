import { expect, test } from "vitest";
import { violations } from "./axe.ts";
import { promoteTitanic, train, trainTitanic } from "./product.ts";
import { withSetting } from "./setting.ts";

const setting = withSetting(async (product) => {
  await trainTitanic(product);
  await train(product, "titanic", { params: { C: 0.001 } });
  await promoteTitanic(product);
});

test("a version's card is shown, and saved as the API writes it; it is trained again, and is the same", async () => {
  const page = await setting.newPage();
  await page.goto(`${setting.product.url}/models/titanic`);
  const save = page.getByRole("link", { name: /^Save the card/ });
  const href = (await save.getAttribute("href")) ?? "";
  const file = await (await fetch(new URL(href, setting.product.url))).text();
  await page.getByRole("button", { name: "Show the model card" }).click();
  await page.getByRole("heading", { name: "How it was made" }).waitFor();
  const shown = (await page.locator("main").textContent()) ?? "";
  const hash = /SHA-256 `([0-9a-f]{64})`/.exec(file)?.[1] ?? "none";
  expect(shown).toContain(hash);
  expect(shown).toContain("age_group");
  await page.getByRole("button", { name: "Train it again and compare" }).click();
  await page.getByText("the same file came of it, byte for byte").waitFor();
  expect(await violations(page)).toEqual([]);
});

test("the rows on which versions differ are shown when they are wanted", async () => {
  const page = await setting.newPage();
  await page.goto(`${setting.product.url}/models/titanic/compare?versions=1,2`);
  await page.getByRole("button", { name: /^Show the rows held out/ }).click();
  const table = page.getByRole("table", { name: "Rows on which the versions differ" });
  await table.waitFor();
  expect(await table.getByRole("columnheader").allTextContents()).toEqual([
    "Row",
    "Features",
    "Truth",
    "Version 1",
    "Version 2",
  ]);
  expect(await page.getByText(/They differ on \d+ of \d+ rows that all of them held out/).count()).toBe(1);
  expect(await violations(page)).toEqual([]);
});

test("a webhook is made, its secret shown once, and deleted", async () => {
  const page = await setting.newPage();
  await page.goto(`${setting.product.url}/settings`);
  await page.getByLabel("Address of a new webhook").fill("https://localhost/hooks");
  await page.getByRole("button", { name: "Create it" }).click();
  await page.getByText("must not lead to this machine").waitFor();
  await page.getByLabel("Address of a new webhook").fill("https://hooks.example.com/modelwright");
  await page.getByRole("button", { name: "Create it" }).click();
  await page.getByText(/whsec_/).waitFor();
  const hook = page.getByRole("region", { name: "https://hooks.example.com/modelwright", exact: true });
  await hook.waitFor();
  await hook.getByRole("button", { name: "Send a test" }).click();
  await hook.getByRole("rowheader", { name: "webhook.test" }).waitFor();
  expect(await violations(page)).toEqual([]);
  await hook.getByRole("button", { name: "Delete", exact: true }).click();
  await hook.getByRole("button", { name: "Delete it, with its log" }).click();
  await hook.waitFor({ state: "detached" });
  await page.reload();
  await page.getByLabel("Address of a new webhook").waitFor();
  expect(await page.getByText(/whsec_/).count()).toBe(0);
});
