import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "../../scripts/testing/database.ts";
import type {} from "../../scripts/testing/global-setup.ts";
import { launchBrowser } from "./browser.ts";
import { end, startRole } from "./product.ts";

const secret = "0123456789abcdef0123456789abcdef";
const front = { SIGN_IN: "PROXY", SIGN_IN_USER_HEADER: "x-user", SIGN_IN_EMAIL_HEADER: "x-email" };
let roles: Awaited<ReturnType<typeof startRole>>[];
/** The web app in the API's process, and apart from it. */
const sites: Record<string, string> = {};
beforeAll(async () => {
  const { url: DATABASE_URL } = await createTestDatabase();
  const api = await startRole("api", {
    ...front,
    DATABASE_URL,
    PORT: "0",
    SIGN_IN_SECRET: secret,
    SIGN_IN_OWNERS: "olga@example.com",
  });
  sites.together = `http://127.0.0.1:${api.port}`;
  const web = await startRole("web", { ...front, PORT: "0", FIRST_VIEW_URL: sites.together });
  sites.apart = `http://127.0.0.1:${web.port}`;
  roles = [api, web];
});
afterAll(async () => {
  await Promise.all(roles.map(({ process }) => end(process)));
});

const person = (name: string, by = secret) => ({
  "x-modelwright-secret": by,
  "x-user": `u-${name}`,
  "x-email": `${name}@example.com`,
});
const page = async (site: string, headers: Record<string, string>) =>
  (await fetch(`${sites[site]}/settings`, { headers })).text();

test.each(["together", "apart"])("a page comes with what its reader may see (web app and API %s)", async (site) => {
  // A process that has just begun may take longer to read than a page waits.
  await expect.poll(() => page(site, person("olga")), { timeout: 20_000 }).toContain("olga@example.com");
  await expect.poll(() => page(site, person("eve")), { timeout: 20_000 }).toContain("eve@example.com");
  expect(await page(site, person("eve"))).not.toContain("olga@example.com");
  for (const nobody of [{}, person("olga", "another secret of thirty-two characters")]) {
    const shown = await page(site, nobody);
    expect(shown).toContain("<title>");
    expect(shown).not.toMatch(/olga@example|eve@example|local owner/);
  }
});

test("who is not signed in is told so in the new chat as on the other pages, with no list of suggestions that is empty", async () => {
  const browser = await launchBrowser();
  try {
    const visited = await browser.newPage();
    const told = async (path: string) => {
      await visited.goto(`${sites.together}${path}`);
      const alert = visited.getByRole("main").getByRole("alert").filter({ hasText: /\w/ }).first();
      return alert.textContent();
    };
    const said = await told("/");
    expect(said).toMatch(/^You are not signed in\. Sign in .* ask whoever runs this\./);
    await visited.getByRole("navigation", { name: "Conversations" }).getByText("Sign in to see yours.").waitFor();
    await visited.getByRole("complementary", { name: "Active model" }).getByText("Sign in to see what").waitFor();
    expect(await visited.getByText("could not be read").count()).toBe(0);
    expect(await visited.getByText("A good way to begin").count()).toBe(0);
    expect(await told("/models")).toBe(said);
  } finally {
    await browser.close();
  }
});
