import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { actionsPage } from "./docs/actions.ts";
import { configurationPage } from "./docs/configuration.ts";
import { mlflowPage } from "./docs/mlflow.ts";
import { schemaPage } from "./docs/schema.ts";

/** Writes the pages of docs/ that are made from the code; with --check, says which of them are not those of the code. */
const pages = {
  "actions.md": actionsPage,
  "configuration.md": configurationPage,
  "mlflow.md": mlflowPage,
  "schema.md": schemaPage,
};
const folder = fileURLToPath(new URL("../docs/", import.meta.url));
const check = process.argv.includes("--check");

const stale: string[] = [];
for (const [name, page] of Object.entries(pages)) {
  const printed = page();
  const committed = await readFile(`${folder}${name}`, "utf8").catch(() => "");
  if (committed === printed) continue;
  stale.push(name);
  if (!check) await writeFile(`${folder}${name}`, printed);
}
if (check && stale.length > 0) {
  process.stderr.write(`Not that of the code: docs/${stale.join(", docs/")}. Run: npm run docs:print\n`);
  process.exitCode = 1;
} else {
  const all = Object.keys(pages).join(", docs/");
  process.stdout.write(
    check ? `docs/${all}: fresh\n` : `Wrote docs/${stale.join(", docs/") || "nothing: all are fresh"}\n`,
  );
}
