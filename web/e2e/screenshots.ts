import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { deployMigrations } from "../../api/platform/migrations/deploy.ts";
import { startTemporaryPostgres } from "../../scripts/testing/temporary-postgres.mjs";
import { launchBrowser } from "./browser.ts";
import buildWeb from "./build.ts";
import { ChatPage } from "./chat-page.ts";
import { startProduct } from "./product.ts";

/** Takes the README's pictures of the running product: `node web/e2e/screenshots.ts`. */
const images = fileURLToPath(new URL("../../docs/images/", import.meta.url));

const viewport = { width: 1280, height: 900 };

/** From a first training to a prediction; promoted from the banner, so that both stand in one picture. */
async function talk(chat: ChatPage): Promise<void> {
  const training = await chat.say("train the titanic model with 30% held out");
  await training.getByText("Succeeded").waitFor();
  await chat.page.getByRole("button", { name: "Promote titanic version 1" }).click();
  const dialog = chat.page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Promote", exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
  await chat.page.getByRole("button", { name: "Close" }).click();
  const prediction = await chat.say("a boy in first class who boarded in Cherbourg");
  await prediction.getByRole("meter").waitFor();
}

async function newPage(browser: Browser, colorScheme: "light" | "dark"): Promise<Page> {
  const context = await browser.newContext({ viewport, colorScheme });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  return page;
}

/** Writes what the page shows, once its fonts are there and nothing moves. */
async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${images}${name}.png`, animations: "disabled", caret: "hide" });
  process.stdout.write(`docs/images/${name}.png\n`);
}

async function main(): Promise<void> {
  await mkdir(images, { recursive: true });
  await buildWeb();
  const postgres = await startTemporaryPostgres();
  try {
    await deployMigrations(postgres.url);
    const product = await startProduct(postgres.url);
    const browser = await launchBrowser();
    try {
      const page = await newPage(browser, "light");
      const chat = await new ChatPage(page).open(product.url);
      await talk(chat);
      await shoot(page, "chat-light");
      const dark = await newPage(browser, "dark");
      await dark.goto(page.url());
      await dark.getByRole("meter").waitFor();
      await shoot(dark, "chat-dark");
    } finally {
      await browser.close();
      await product.stop();
    }
  } finally {
    await postgres.stop();
  }
}

await main();
