import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Finding } from "./measured.ts";

const folder = join(import.meta.dirname, "../../../scripts/lighthouse");
const installer = join(folder, "install.mjs");
const run = promisify(execFile);

const aims = { performance: 95, accessibility: 100, "best-practices": 95 };
type Category = keyof typeof aims;

/** Lighthouse's three scores of a page, on a desktop and as a middling phone on a slow line, in a browser that listens on `port`. */
export async function lighthouse(page: { name: string; url: string }, port: number): Promise<Finding[]> {
  await run(process.execPath, [installer]);
  const findings: Finding[] = [];
  for (const device of ["desktop", "phone"] as const) {
    const scores = await scoresOf(page.url, port, device);
    for (const [category, aim] of Object.entries(aims)) {
      const score = scores[category as Category];
      findings.push({
        what: `${page.name}, ${device}: ${category.replace("-", " ")}`,
        aim: `≥ ${aim}`,
        measured: String(score),
        met: score >= aim,
      });
    }
  }
  return findings;
}

async function scoresOf(url: string, port: number, device: "desktop" | "phone"): Promise<Record<Category, number>> {
  const cli = join(folder, "node_modules/lighthouse/cli/index.js");
  const flags = [
    `--port=${port}`,
    "--output=json",
    "--quiet",
    "--no-enable-error-reporting",
    `--only-categories=${Object.keys(aims).join(",")}`,
    ...(device === "desktop" ? ["--preset=desktop"] : []),
  ];
  const { stdout } = await run(process.execPath, [cli, url, ...flags], { maxBuffer: 200 * 2 ** 20 });
  const { categories }: { categories: Record<Category, { score: number | null }> } = JSON.parse(stdout);
  const score = (category: Category) => Math.round((categories[category].score ?? 0) * 100);
  return {
    performance: score("performance"),
    accessibility: score("accessibility"),
    "best-practices": score("best-practices"),
  };
}

/** The version that is measured with. */
export function lighthouseVersion(): string {
  return createRequire(join(folder, "package.json"))("lighthouse/package.json").version;
}
