import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { createTestDatabase } from "../../scripts/testing/database.ts";
import type {} from "../../scripts/testing/global-setup.ts";
import { untilAlive } from "./alive.ts";
import { launchBrowser } from "./browser.ts";
import { type Product, startProduct } from "./product.ts";

/** What a file of journeys works with. */
export interface Setting {
  readonly product: Product;
  readonly databaseUrl: string;
  /** A new page in a browser of its own state. Errors of its scripts fail the test; its scripts are waited for, where it `hasScripts`. */
  newPage: (options?: BrowserContextOptions, hasScripts?: boolean) => Promise<Page>;
}

/** Starts product and browser for a file of journeys, and ends them after it. `settings` are of the product's environment. */
export function withSetting(
  prepare: (product: Product) => Promise<void> = async () => {},
  settings: Record<string, string> = {},
): Setting {
  let product: Product | undefined;
  let databaseUrl = "";
  let browser: Browser | undefined;
  const contexts: BrowserContext[] = [];
  const faults: string[] = [];

  beforeAll(async () => {
    databaseUrl = (await createTestDatabase()).url;
    [product, browser] = await Promise.all([startProduct(databaseUrl, settings), launchBrowser()]);
    await prepare(product);
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(faults.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  return {
    get product() {
      if (!product) throw new Error("The product is not started yet.");
      return product;
    },
    get databaseUrl() {
      return databaseUrl;
    },
    async newPage(options = {}, hasScripts = options.javaScriptEnabled !== false) {
      if (!browser) throw new Error("The browser is not started yet.");
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      page.on("pageerror", (error) => faults.push(String(error)));
      if (hasScripts) comeAlive(page);
      return page;
    },
  };
}

/** Whoever goes to a page waits until it can be used. */
function comeAlive(page: Page): void {
  const goto = page.goto.bind(page);
  const reload = page.reload.bind(page);
  page.goto = async (...given) => {
    const response = await goto(...given);
    await untilAlive(page);
    return response;
  };
  page.reload = async (...given) => {
    const response = await reload(...given);
    await untilAlive(page);
    return response;
  };
}
