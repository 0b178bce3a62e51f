/** Writes docs/infrastructure.md from the programs, the policies and the mutations; `--check` only tells whether it is fresh. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { infrastructurePage } from "./infrastructure-page.ts";

const file = fileURLToPath(new URL("../../docs/infrastructure.md", import.meta.url));
const page = await infrastructurePage();
if (!process.argv.includes("--check")) writeFileSync(file, page);
else if (readFileSync(file, "utf8") !== page) {
  process.stderr.write("docs/infrastructure.md is not what the programs say: run `npm run docs` in infra-pulumi.\n");
  process.exitCode = 1;
}
