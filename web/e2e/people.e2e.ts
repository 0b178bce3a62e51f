import type { Locator, Page } from "playwright-core";
import { beforeEach, expect, test } from "vitest";
import { violations } from "./axe.ts";
import { by, signedIn } from "./people.ts";
import { train } from "./product.ts";
import { withSetting } from "./setting.ts";

const owner = by("olga");
const setting = withSetting(async (product) => {
  await train(product, "titanic", {}, owner);
  await train(product, "titanic", { seed: 7 }, owner);
}, signedIn);

const policy = (approvals: number) =>
  setting.product.graphql(
    `mutation { setPolicy(input: { model: "titanic", approvals: ${approvals} }) { __typename } }`,
    {},
    owner,
  );
const promote = (version: number, name: string) =>
  setting.product.graphql(
    `mutation { promoteVersion(model: "titanic", version: ${version}, comment: "better on children") { __typename } }`,
    {},
    by(name),
  );
const pageOf = (name: string, options = {}) => setting.newPage({ ...options, extraHTTPHeaders: by(name) });
const places = (page: Page) => page.getByRole("navigation", { name: "Pages" });
const waiting = (page: Page) => page.getByRole("region", { name: /^Waiting for approval/ });
/** What its buttons are called. */
const buttonsIn = (part: Locator) =>
  part
    .getByRole("button")
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute("aria-label") ?? button.textContent ?? ""));

/** All that changes something; reading, comparing and predicting is for everyone. */
const acts =
  /^(Promote|Archive|Restore|Describe|Remove|Roll back|Train|Approve|Reject|Withdraw|Edit|Set|Delete|Cancel|More that can be done)/;

// What waited before is decided by its maker.
beforeEach(async () => {
  await policy(1);
  const open = (await setting.product.graphql("{ proposals(status: PROPOSED) { nodes { id } } }", {}, owner)) as {
    proposals: { nodes: { id: string }[] };
  };
  for (const { id } of open.proposals.nodes) {
    await setting.product.graphql("mutation ($id: ID!) { rejectProposal(id: $id) { __typename } }", { id }, owner);
  }
});

test("what waits for approval is told in the navigation of every page, and stands on the page of the models", async () => {
  const page = await pageOf("ann");
  await page.goto(setting.product.url);
  const models = places(page).getByRole("link", { name: /^Models/ });
  expect(await models.textContent()).toBe("Models");
  await promote(1, "ed");
  await places(page).getByRole("link", { name: "Models 1 promotion waits for approval" }).waitFor();
  await models.click();
  const card = waiting(page).locator("> ul > li");
  await card.getByRole("link", { name: "titanic version 1" }).waitFor();
  await card.getByText(/^Proposed by ed@example\.com .*: “better on children”$/).waitFor();
  await card.getByText("What will change, and").click();
  await card.getByText("titanic version 1 goes from candidate to production").waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await buttonsIn(card)).toEqual([
    "Approve the promotion of titanic version 1",
    "Reject the promotion of titanic version 1",
  ]);

  // Another one comes while the page is looked at; one of them is decided on elsewhere.
  await promote(2, "ed");
  await places(page).getByRole("link", { name: "Models 2 promotions wait for approval" }).waitFor();
  await expect.poll(() => card.count()).toBe(2);
  const approve = page.getByRole("button", { name: "Approve the promotion of titanic version 2" });
  await approve.focus();
  await page.keyboard.press("Enter");
  await page.getByText("titanic version 2 is in production.").waitFor();
  await places(page).getByRole("link", { name: "Models 1 promotion waits for approval" }).waitFor();
  await expect.poll(() => card.count()).toBe(1);
  await page.getByRole("button", { name: "Reject the promotion of titanic version 1" }).click();
  await waiting(page).waitFor({ state: "detached" });
  await expect.poll(() => models.textContent()).toBe("Models");
});

test("360 px wide: what waits stands on top of each page, and leads to where it is decided", async () => {
  await promote(1, "ed");
  const page = await pageOf("ann", { viewport: { width: 360, height: 740 } });
  await page.goto(`${setting.product.url}/audit`);
  await page
    .getByRole("complementary", { name: "Active model" })
    .getByRole("link", { name: "1 promotion waits" })
    .click();
  await page.waitForURL(/\/models#waiting$/);
  await waiting(page).getByRole("link", { name: "titanic version 1" }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test("a viewer is shown none of the acts, on any page", async () => {
  await promote(1, "ed");
  const page = await pageOf("vera");
  const main = page.getByRole("main");
  for (const path of ["/models", "/models/titanic", "/models/titanic/compare", "/training", "/audit", "/settings"]) {
    await page.goto(setting.product.url + path);
    if (path === "/models") await waiting(page).getByText("You may not approve promotions").waitFor();
    if (path === "/models/titanic") await main.getByText("You may look at this model, not change it.").waitFor();
    // Who looks is known: what is not known yet is kept from nobody.
    await page.waitForFunction(() => !document.querySelector("main [aria-busy=true]"));
    await expect.poll(() => buttonsIn(main).then((names) => names.filter((name) => acts.test(name)))).toEqual([]);
  }
  await page.goto(`${setting.product.url}/training/new`);
  await main.getByText("You may look at trainings, not begin one.").waitFor();
  expect(await buttonsIn(main)).toEqual([]);
});

test("an editor changes models and withdraws what she proposed, but approves nothing; an owner is offered all of it", async () => {
  await promote(1, "ed");
  const page = await pageOf("ed");
  const main = page.getByRole("main");
  const offered = async () => (await buttonsIn(main)).map((name) => name.split(" ")[0]);
  await page.goto(`${setting.product.url}/models/titanic`);
  await main.getByText("You proposed it: another person has to approve it.").waitFor();
  await expect.poll(offered).toEqual(expect.arrayContaining(["Withdraw", "Describe", "More"]));
  await expect.poll(offered).not.toEqual(expect.arrayContaining(["Approve"]));
  expect(await offered()).not.toContain("Remove");
  const olgas = await pageOf("olga");
  await olgas.goto(`${setting.product.url}/models/titanic`);
  await expect
    .poll(async () => (await buttonsIn(olgas.getByRole("main"))).map((name) => name.split(" ")[0]))
    .toEqual(expect.arrayContaining(["Approve", "Reject", "Remove"]));
});

test("an approver is offered approval of what others proposed, and not of her own; the server says the same", async () => {
  await promote(1, "ann");
  const own = await pageOf("ann");
  await own.goto(`${setting.product.url}/models`);
  await waiting(own).getByText("You proposed it: another person has to approve it.").waitFor();
  expect(await buttonsIn(waiting(own))).toEqual(["Withdraw the promotion of titanic version 1"]);
  const { proposals } = (await setting.product.graphql(
    "{ proposals(status: PROPOSED) { nodes { id } } }",
    {},
    owner,
  )) as {
    proposals: { nodes: { id: string }[] };
  };
  const refused = await setting.product.graphql(
    "mutation ($id: ID!) { approveProposal(id: $id) { __typename ... on Error { code } } }",
    { id: proposals.nodes[0]?.id },
    by("ann"),
  );
  expect(refused.approveProposal).toMatchObject({ code: "FORBIDDEN" });

  const other = await pageOf("bob");
  await other.goto(`${setting.product.url}/models`);
  await other.getByRole("button", { name: "Approve the promotion of titanic version 1" }).click();
  await other.getByText("titanic version 1 is in production.").waitFor();
  await waiting(own).waitFor({ state: "detached" });
});
