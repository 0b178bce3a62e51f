import axe, { type AxeResults, type RunOptions } from "axe-core";
import type { Page } from "playwright-core";

declare global {
  interface Window {
    axe: { run: (options: RunOptions) => Promise<AxeResults> };
  }
}

/** Axe's rules that a theme has a part in. */
const rulesOfColour = ["color-contrast", "link-in-text-block"];

/** What axe finds wrong with the page as it stands: by all its rules in light, by those of colour in dark too. */
export async function violations(page: Page): Promise<string[]> {
  // A script that is evaluated here is not held back by the page's content policy.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const inDark = await run(page, "dark", { runOnly: rulesOfColour });
  const inLight = await run(page, "light", {});
  return [...inDark.map((each) => `dark: ${each}`), ...inLight.map((each) => `light: ${each}`)];
}

async function run(page: Page, colorScheme: "light" | "dark", options: RunOptions): Promise<string[]> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  const found = await page.evaluate(async (asked) => {
    // What fades from one theme to the other has arrived.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const fades = document.getAnimations().filter((each) => each instanceof CSSTransition);
    await Promise.all(fades.map(({ finished }) => finished.catch(() => {})));
    const { violations: broken } = await window.axe.run({ ...asked, resultTypes: ["violations"] });
    return broken.map(({ id, nodes }) => ({ id, nodes }));
  }, options);
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`));
}
