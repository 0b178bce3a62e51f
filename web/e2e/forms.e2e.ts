import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { violations } from "./axe.ts";
import { promoteTitanic, trainTitanic } from "./product.ts";
import { withSetting } from "./setting.ts";
import { act } from "./version-acts.ts";

const setting = withSetting(async (product) => {
  await trainTitanic(product);
  await trainTitanic(product);
  await promoteTitanic(product);
});

async function openTitanic(): Promise<Page> {
  const page = await setting.newPage();
  await page.goto(`${setting.product.url}/models/titanic`);
  return page;
}

const toasts = (page: Page) => page.getByRole("status");
/** Of the toast that says so. */
const undo = (page: Page, text: string | RegExp) =>
  toasts(page).locator("> div").filter({ hasText: text }).getByRole("button", { name: "Undo" });
const stages = async () => {
  const { model } = (await setting.product.graphql(
    '{ model(name: "titanic") { versions(first: 9) { nodes { version stage } } } }',
  )) as { model: { versions: { nodes: { version: number; stage: string }[] } } };
  return Object.fromEntries(model.versions.nodes.map(({ version, stage }) => [version, stage]));
};

test("a version that was archived with a reason comes back by the toast; one that is restored goes again", async () => {
  const page = await openTitanic();
  await act(page, 2, "Archive");
  const dialog = page.getByRole("dialog", { name: /Archive titanic version 2/ });
  await dialog.getByLabel(/^Why/).fill("not needed");
  await dialog.getByRole("button", { name: "Archive", exact: true }).click();
  await page.getByText("not needed").waitFor();
  await undo(page, "titanic version 2 is archived.").click();
  await toasts(page).getByText("titanic version 2 is a candidate again.").waitFor();
  expect(await stages()).toEqual({ 1: "PRODUCTION", 2: "CANDIDATE" });

  await setting.product.graphql('mutation { archiveVersion(model: "titanic", version: 2) { __typename } }');
  await page.getByRole("button", { name: "Restore version 2" }).click();
  await page.getByRole("button", { name: "Promote version 2" }).waitFor();
  await undo(page, "titanic version 2 is a candidate again.").last().click();
  await page.getByRole("button", { name: "Restore version 2" }).waitFor();
  expect(await stages()).toEqual({ 1: "PRODUCTION", 2: "ARCHIVED" });
  await page.getByRole("button", { name: "Restore version 2" }).click();
  await page.getByRole("button", { name: "Promote version 2" }).waitFor();
});

test("what was told can be read again, by keyboard, also after the page was loaded anew", async () => {
  const page = await openTitanic();
  await act(page, 2, "Describe");
  const dialog = page.getByRole("dialog", { name: "Describe titanic version 2" });
  await dialog.getByLabel("Description").fill("Trained for the autumn.");
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.getByRole("cell").getByText("Trained for the autumn.").waitFor();
  await page.getByRole("button", { name: "Notifications, 1 new" }).focus();
  await page.keyboard.press("Enter");
  const list = page.getByRole("dialog", { name: "Notifications" });
  await list.getByText("The description of titanic version 2 is changed.").waitFor();
  expect(await violations(page)).toEqual([]);
  await list.getByRole("button", { name: "Undo" }).press("Enter");
  await list.getByText("The description of titanic version 2 is as it was.").waitFor();
  expect(await list.getByRole("button", { name: "Undo" }).count()).toBe(0);
  await page.keyboard.press("Escape");
  await list.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Notifications", exact: true }).and(page.locator(":focus")).waitFor();
  await page.getByText("Trained for the autumn.").waitFor({ state: "detached" });

  await page.reload();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Go to, or do" }).fill("notif");
  await page.keyboard.press("Enter");
  await list.getByText("The description of titanic version 2 is changed.").waitFor();
  await list.getByRole("button", { name: "Clear" }).click();
  await list.getByText("Nothing was told in this tab yet.").waitFor();
});

test("aliases and tags are set, changed and deleted where they stand, and each comes back", async () => {
  const page = await openTitanic();
  await page.getByRole("button", { name: "Edit the aliases and tags" }).press("Enter");
  await page.getByLabel("Alias", { exact: true }).fill("champion");
  await page.getByLabel("Version", { exact: true }).fill("9");
  await page.getByRole("button", { name: "Set the alias" }).click();
  await page.getByText(/no version 9/i).waitFor();
  await page.getByLabel("Version", { exact: true }).fill("2");
  await page.keyboard.press("Enter");
  await page.getByRole("listitem").filter({ hasText: "champion is version 2" }).waitFor();
  await page.getByLabel("Tag", { exact: true }).fill("team");
  await page.getByLabel("Value", { exact: true }).fill("risk");
  await page.keyboard.press("Enter");
  await page.getByRole("listitem").filter({ hasText: "team: risk" }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Delete the tag team" }).click();
  await page.getByRole("listitem").filter({ hasText: "team: risk" }).waitFor({ state: "detached" });
  await undo(page, "The tag team of titanic was deleted.").click();
  await page.getByRole("listitem").filter({ hasText: "team: risk" }).waitFor();
  await page.getByRole("button", { name: "Delete the alias champion" }).click();
  await undo(page, "The alias champion of titanic was deleted.").click();
  await page.getByRole("listitem").filter({ hasText: "champion is version 2" }).waitFor();
  await page.getByRole("button", { name: "Done with the aliases and tags" }).click();
  await page.getByRole("listitem").filter({ hasText: "team: risk" }).waitFor();
});

test("a policy is set by its form, shown, and taken back", async () => {
  const page = await openTitanic();
  const card = page.locator("section").filter({ has: page.getByRole("heading", { name: "Policy" }) });
  await card.getByText("Nothing more is asked").waitFor();
  await card.getByRole("button", { name: "Change the policy" }).click();
  const dialog = page.getByRole("dialog", { name: /must hold to be promoted/ });
  await dialog.getByRole("button", { name: "Ask for a metric" }).click();
  await dialog.getByLabel("Metric", { exact: true }).fill("accuracy");
  await dialog.getByRole("button", { name: "Set the policy" }).click();
  await dialog.getByText(/must have atLeast/).waitFor();
  await dialog.getByLabel("At least").fill("0.7");
  await dialog.getByLabel("It has a description").check();
  await dialog.getByLabel("A second person approves it").check();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Set the policy" }).click();
  await card.getByText("Accuracy at least 0.7").waitFor();
  await card.getByText("A second person approves it").waitFor();
  await undo(page, "titanic has another policy.").click();
  await card.getByText("Nothing more is asked").waitFor();
});

test("a policy that somebody else set meanwhile is not overwritten, and what was typed stays through a lost connection", async () => {
  const page = await openTitanic();
  await page.getByRole("button", { name: "Change the policy" }).click();
  const dialog = page.getByRole("dialog", { name: /must hold to be promoted/ });
  await dialog.getByLabel("It has a description").check();
  await page.route("**/graphql", (route) =>
    route.request().postData()?.includes("query Model(") ? route.abort() : route.fallback(),
  );
  const failed = page.waitForEvent("requestfailed");
  await setting.product.graphql('mutation { setPolicy(input: { model: "titanic", parity: true }) { __typename } }');
  await failed;
  await dialog.getByRole("button", { name: "Set the policy" }).click();
  await dialog.getByText(/is at revision \d+ by now/).waitFor();
  expect(await dialog.getByLabel("It has a description").isChecked()).toBe(true);
  await page.unroute("**/graphql");
  await setting.product.graphql('mutation { setPolicy(input: { model: "titanic" }) { __typename } }');
});

test("a model that was removed comes back by the toast, or by the list of what was removed", async () => {
  const page = await openTitanic();
  const remove = async () => {
    await page.getByRole("button", { name: "Remove" }).click();
    const dialog = page.getByRole("dialog", { name: /Remove titanic/ });
    await dialog.getByLabel("Type titanic to remove it").fill("titanic");
    await dialog.getByRole("button", { name: "Remove" }).click();
    await page.waitForURL(/\/models$/);
  };
  await remove();
  await page.getByRole("button", { name: "Restore titanic" }).waitFor();
  await undo(page, "titanic was removed.").click();
  await page.getByRole("main").getByRole("link", { name: "titanic" }).click();
  await page.getByText("No version is in production").first().waitFor();
  await remove();
  await page.getByRole("button", { name: "Restore titanic" }).click();
  await page.getByRole("main").getByRole("link", { name: "titanic" }).waitFor();
  await page.getByRole("button", { name: "Restore titanic" }).waitFor({ state: "detached" });
});
