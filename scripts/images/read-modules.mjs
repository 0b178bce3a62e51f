import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * What a module imports: `from "x"`, `import "x"`, `import("x")`, what a CommonJS package is loaded by, and a module that a thread begins
 * with, by its URL. Types alone are none.
 */
const IMPORTS =
  /(?:^|\n)\s*(?:import|export)\s+(?!type\s)(?:[^"';]*?\sfrom\s+)?"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)|createRequire\([^)]*\)\(\s*"([^"]+)"\s*\)|\bnew URL\(\s*"(\.[^"]+\.ts)",\s*import\.meta\.url/g;

/** The roles are loaded by name: an image has those that it names itself. */
const BY_NAME = /^\.\/roles\/|^\.\/next\.ts$/;

/**
 * The modules that these entries load, themselves included.
 * @param {string[]} entries
 * @returns {string[]}
 */
export function readModules(entries) {
  /** @type {Set<string>} */
  const seen = new Set();
  const waiting = [...entries];
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const { name, later } of importsOf(file)) {
      if (!name.startsWith(".") || (later && BY_NAME.test(name))) continue;
      const target = join(dirname(file), name);
      if (existsSync(target)) waiting.push(target);
    }
  }
  return [...seen];
}

/**
 * The packages that modules import, by name.
 * @param {string[]} files
 * @returns {Set<string>}
 */
export function packagesOfModules(files) {
  const names = files.flatMap((file) => importsOf(file).map(({ name }) => name));
  return new Set(names.filter((name) => !/^(\.|node:)/.test(name)).map(packageOf));
}

/** @param {string} file */
function importsOf(file) {
  return [...readFileSync(file, "utf8").matchAll(IMPORTS)].map(([, now, later, required, thread]) => ({
    name: now ?? later ?? required ?? thread ?? "",
    later: later !== undefined,
  }));
}

/** @param {string} specifier */
function packageOf(specifier) {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
