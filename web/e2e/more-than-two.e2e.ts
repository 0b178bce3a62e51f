import { expect, test } from "vitest";
import { ChatPage } from "./chat-page.ts";
import { promote, train } from "./product.ts";
import { withSetting } from "./setting.ts";

const setting = withSetting(async (product) => {
  for (const model of ["cars", "penguins"]) {
    await train(product, model);
    await promote(product, model);
  }
});

test("three classes: numbers with their units are asked for; every class has its probability, the likeliest first", async () => {
  const chat = await new ChatPage(await setting.newPage()).open(setting.product.url);
  const question = await chat.say("which species is a penguin from Biscoe with a flipper of 220 mm?");
  expect(await question.getByLabel("How long is the flipper").inputValue()).toBe("220");
  await question.getByLabel("How long is the bill").fill("47.5");
  await question.getByLabel("How deep is the bill").fill("15");
  await question.getByLabel("How heavy").fill("9999");
  await question.getByRole("radio", { name: "female", exact: true }).check();
  await question.getByRole("button", { name: "Predict" }).click();
  await question.getByText("At most 8000.").waitFor();
  await question.getByLabel("How heavy").fill("4900");
  const reply = await chat.after(() => question.getByRole("button", { name: "Predict" }).click());
  const classes = reply.getByRole("list", { name: "Probability of each class" }).getByRole("listitem");
  const texts = await classes.allTextContents();
  expect(texts[0]).toMatch(/^Gentoo predicted\d+\.\d%$/);
  const shares = texts.map((text) => Number(/([\d.]+)%$/.exec(text)?.[1]));
  expect(shares).toHaveLength(3);
  expect(shares).toEqual([...shares].sort((one, other) => other - one));
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 0);
});

test("a regression: its errors are the measures, a count is whole, and a number is what is predicted", async () => {
  const page = await setting.newPage();
  await page.goto(`${setting.product.url}/models/cars`);
  await page.getByRole("columnheader", { name: "RMSE" }).waitFor();
  await page.getByRole("columnheader", { name: "R²" }).waitFor();
  const values = {
    "How many cylinders": "4.5",
    "What is the displacement": "97",
    "How much horsepower": "75",
    "How heavy": "2200",
    "How many seconds": "16",
    "Of which year": "1980",
  };
  for (const [label, value] of Object.entries(values)) await page.getByLabel(label).fill(value);
  await page.getByRole("radio", { name: "Japan" }).check();
  const predict = page.getByRole("button", { name: "Predict" });
  await predict.click();
  await page.getByText("Write a whole number.").waitFor();
  await page.getByLabel("How many cylinders").fill("4");
  await predict.click();
  const outcome = page.getByRole("status").filter({ hasText: "Version 1 predicts miles per gallon" });
  await outcome.getByText(/^\d\d(\.\d+)?$/).waitFor();
  expect(await page.getByRole("meter").count()).toBe(0);
});
