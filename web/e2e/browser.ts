import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sparticuz, { inflate } from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Opens a Chromium: the one that CHROME_PATH names, the machine's, or the one that came with the packages. */
export async function launchBrowser(flags: readonly string[] = []): Promise<Browser> {
  // Root may not use the sandbox. The package's own flags are for a cloud function: with its single process, closing one
  // context ends the browser.
  const args = ["--no-sandbox", ...flags];
  const own = process.env.CHROME_PATH || installed.find((path) => existsSync(path));
  if (own) return chromium.launch({ executablePath: own, args });
  const options = { executablePath: await sparticuz.executablePath(), args };
  try {
    return await chromium.launch(options);
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes("shared libraries")) throw error;
    // A bare machine lacks the network security libraries; the package brings them along.
    const archive = fileURLToPath(new URL("../bin/al2023.tar.br", import.meta.resolve("@sparticuz/chromium")));
    await inflate(archive);
    return chromium.launch({ ...options, env: { ...process.env, LD_LIBRARY_PATH: join(tmpdir(), "al2023", "lib") } });
  }
}
