import { expect, test } from "vitest";
import { promoteTitanic, trainTitanic } from "./product.ts";
import { withSetting } from "./setting.ts";

const setting = withSetting(async (product) => {
  await trainTitanic(product);
  await trainTitanic(product);
  await promoteTitanic(product);
});

/** A moment as a date field takes it, in the time zone of the browser, which is this machine's. */
function fieldTime(at: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join("-");
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

test("the model's page has its aliases and tags, why things were done, and what was in production then", async () => {
  const page = await setting.newPage();
  await page.goto(`${setting.product.url}/models/titanic`);
  const soon = fieldTime(new Date(Date.now() + 60_000));
  await page.getByLabel("As of").fill(soon);
  await page.getByText(/Version 1 was in production, since .* by local owner\./).waitFor();
  await setting.product.graphql(`mutation {
    setAlias(model: "titanic", alias: "champion", version: 2) { __typename }
    setTag(model: "titanic", key: "team", value: "risk") { __typename }
    archiveVersion(model: "titanic", version: 1, comment: "wrong about children") { __typename }
  }`);
  await page.reload();
  await page.getByText("team: risk").waitFor();
  await page.getByRole("listitem").filter({ hasText: "champion is version 2" }).waitFor();
  await page.getByText("wrong about children").waitFor();
  await page.getByLabel("As of").fill(soon);
  await page.getByText("No version was in production then.").waitFor();
  await page.getByLabel("As of").fill("2020-01-01T00:00");
  await page.getByText("No version was in production then.").waitFor();
});

test("what the policy asks for and does not hold is shown whole; what waits for a second person is shown, and withdrawn", async () => {
  const page = await setting.newPage();
  const policy = (fields: string) =>
    setting.product.graphql(`mutation { setPolicy(input: { model: "titanic" ${fields} }) { __typename } }`);
  await policy('metrics: [{ name: "accuracy", atLeast: 0.999 }]');
  await page.goto(`${setting.product.url}/models/titanic`);
  await page.getByRole("button", { name: "Promote" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("✗ not passed").waitFor();
  expect(await dialog.getByText("✓ passed").count()).toBe(2);
  expect(await dialog.getByRole("button", { name: "Promote" }).count()).toBe(0);
  await dialog.getByRole("button", { name: "Close" }).click();

  await policy("approvals: 1");
  await page.getByRole("button", { name: "Promote" }).first().click();
  await dialog.getByText("waits for a second person's approval").waitFor();
  await dialog.getByRole("button", { name: "Promote" }).click();
  await page.getByText("waits for another person's approval.").waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Version 2 waits for approval" }).waitFor();
  await page.getByText("You proposed it: another person has to approve it.").waitFor();
  expect(await page.getByRole("button", { name: "Approve" }).count()).toBe(0);
  await page.getByRole("button", { name: "Withdraw" }).click();
  await page.getByText("The promotion of titanic version 2 was withdrawn.").waitFor();
  await page.getByRole("heading", { name: "Version 2 waits for approval" }).waitFor({ state: "detached" });
});
