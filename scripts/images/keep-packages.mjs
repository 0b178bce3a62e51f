// node scripts/images/keep-packages.mjs <entry> …: removes from node_modules what no entry needs, directly or through others. An entry is a
// program of the project, or a package that is loaded by its name.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../setup/paths.mjs";
import { neededPackages } from "./needed-packages.mjs";
import { packagesOfModules, readModules } from "./read-modules.mjs";

const entries = process.argv.slice(2);
if (entries.length === 0) throw new Error("Name the programs that the image runs.");
const lock = JSON.parse(readFileSync(join(projectRoot, "node_modules/.package-lock.json"), "utf8"));
const modules = readModules(entries.filter((entry) => entry.endsWith(".ts")).map((entry) => join(projectRoot, entry)));
const named = entries.filter((entry) => !entry.endsWith(".ts"));
const needed = neededPackages(lock.packages, [...packagesOfModules(modules), ...named]);
const removed = Object.keys(lock.packages).filter((path) => !needed.has(path));
// A package may hold another that stays: only what holds none goes as a whole.
for (const path of removed) {
  const holds = [...needed].some((kept) => kept.startsWith(`${path}/`));
  if (!holds) rmSync(join(projectRoot, path), { recursive: true, force: true });
}
process.stdout.write(`${modules.length} modules need ${needed.size} packages; ${removed.length} are removed\n`);
