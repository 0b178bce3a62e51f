import { expect, test } from "vitest";
import { openDatabase } from "../../api/platform/database.ts";
import { violations } from "./axe.ts";
import { promoteTitanic, trainTitanic } from "./product.ts";
import { withSetting } from "./setting.ts";
import { act } from "./version-acts.ts";

const setting = withSetting(async (product) => {
  await trainTitanic(product);
  await trainTitanic(product);
  await promoteTitanic(product);
});

const versions = 46;

/** As many as no test would train: each is as the second one, which stays a candidate; some are archived. */
async function makeMany(): Promise<void> {
  const database = openDatabase({ url: setting.databaseUrl, connections: 2 });
  try {
    const where = { version: 2, model: { name: "titanic" } };
    const found = await database.modelVersion.findFirstOrThrow({ where });
    const { id: _id, trainingRunId: _run, coefficients: _learned, params, metrics, ...row } = found;
    await database.modelVersion.createMany({
      data: Array.from({ length: versions - 2 }, (_, index) => ({
        ...row,
        params: params ?? {},
        metrics: metrics ?? [],
        version: index + 3,
        ...(index % 10 === 0 && { stage: "ARCHIVED" as const }),
      })),
    });
  } finally {
    await database.$disconnect();
  }
}

test("46 versions come ten at a time in low rows; the address holds page, stage and choice, which stays from page to page", async () => {
  await makeMany();
  const page = await setting.newPage();
  await page.goto(`${setting.product.url}/models/titanic`);
  const rows = page.getByRole("table", { name: "Versions of titanic" }).locator("tbody").getByRole("row");
  const pages = page.getByRole("navigation", { name: "Pages of the versions of titanic" });
  const shown = (words: string) => pages.getByRole("status").getByText(words, { exact: true }).waitFor();
  await shown("1 to 10 of 46 versions");
  expect(await rows.count()).toBe(10);
  const heights = await rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height));
  expect(Math.max(...heights)).toBeLessThan(48);
  expect(await violations(page)).toEqual([]);

  await page.getByLabel("Choose version 46 to compare").check();
  await page.waitForURL(/\/models\/titanic\?compare=46$/);
  // By keyboard, which stays where it is when the last page has no next one.
  const older = pages.getByRole("link", { name: "Older" });
  for (const [place, address] of [
    ["11 to 20 of 46 versions", "?below=37&compare=46"],
    ["21 to 30 of 46 versions", "?below=27&compare=46"],
    ["31 to 40 of 46 versions", "?below=17&compare=46"],
    ["41 to 46 of 46 versions", "?below=7&compare=46"],
  ] as const) {
    await older.press("Enter");
    await shown(place);
    expect(new URL(page.url()).search).toBe(address);
  }
  await pages.and(page.locator(":focus")).waitFor();
  await page.getByLabel("Choose version 1 to compare").check();
  await page.getByText("Chosen: v1, v46").waitFor();
  await page.goBack();
  await shown("31 to 40 of 46 versions");
  await pages.getByRole("link", { name: "Newer" }).click();
  await shown("21 to 30 of 46 versions");
  await page.reload();
  await shown("21 to 30 of 46 versions");
  await pages.getByRole("link", { name: "Newest" }).click();
  await shown("1 to 10 of 46 versions");

  await page.getByLabel("Show", { exact: true }).selectOption("Archived");
  await page.waitForURL(/\?stage=ARCHIVED/);
  await shown("5 versions");
  await rows.first().getByText("v43").waitFor();
  // What is done to one of them is seen at once.
  await page.getByRole("button", { name: "Restore version 43" }).click();
  await shown("4 versions");
  await page.getByLabel("Show", { exact: true }).selectOption("All versions");
  await act(page, 45, "Archive");
  await page.getByRole("dialog", { name: /Archive titanic version 45/ }).waitFor();
});

test("a page of the versions comes from the server, and is gone to without scripts", async () => {
  const page = await setting.newPage({ javaScriptEnabled: false });
  await page.goto(`${setting.product.url}/models/titanic?below=37`);
  const pages = page.getByRole("navigation", { name: "Pages of the versions of titanic" });
  await pages.getByText("11 to 20 of 46 versions").waitFor();
  await pages.getByRole("link", { name: "Older" }).click();
  await pages.getByText("21 to 30 of 46 versions").waitFor();
});

test("of many versions some are compared by their numbers, each taken out by a button, by keyboard alone", async () => {
  const page = await setting.newPage();
  await page.goto(`${setting.product.url}/models/titanic/compare?versions=1,46`);
  const adding = page.getByLabel("Add a version by its number");
  await adding.focus();
  await page.keyboard.type("12");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\?versions=1,12,46$/);
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Take version 46 out" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\?versions=1,12$/);
  await adding.and(page.locator(":focus")).waitFor();
  await page.getByRole("columnheader", { name: "Version 12" }).first().waitFor();
  expect(await page.getByRole("button", { name: /^Take version/ }).count()).toBe(0);
});

test("360 px wide: the versions and their comparison do not scroll the page sideways", async () => {
  const page = await setting.newPage({ viewport: { width: 360, height: 740 } });
  for (const path of [
    "/models/titanic?below=37&compare=1,2,3,4,5,6,7,8,9",
    "/models/titanic/compare?versions=1,2,3,4,5,6,7,8",
  ]) {
    await page.goto(setting.product.url + path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    const main = page.getByRole("main");
    expect(await main.evaluate((element) => element.scrollWidth)).toBe(360);
  }
});
