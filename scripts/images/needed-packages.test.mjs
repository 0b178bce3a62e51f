import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { neededPackages } from "./needed-packages.mjs";
import { packagesOfModules, readModules } from "./read-modules.mjs";

const dir = mkdtempSync(join(tmpdir(), "modelwright-modules-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test("dependencies and peers are needed, found as Node finds them; optional ones are not", () => {
  const installed = {
    "node_modules/a": {
      dependencies: { b: "1" },
      optionalDependencies: { native: "1" },
      peerDependencies: { peer: "1" },
    },
    "node_modules/a/node_modules/b": { dependencies: { c: "1" } },
    "node_modules/b": {},
    "node_modules/c": { peerDependencies: { other: "1" }, peerDependenciesMeta: { other: { optional: true } } },
    "node_modules/native": {},
    "node_modules/peer": {},
    "node_modules/other": {},
  };
  expect([...neededPackages(installed, ["a"])].toSorted()).toEqual([
    "node_modules/a",
    "node_modules/a/node_modules/b",
    "node_modules/c",
    "node_modules/peer",
  ]);
  expect(() => neededPackages(installed, ["missing"])).toThrow("missing is needed by the project");
});

test("modules are followed, now, later and into threads, but not to roles that are loaded by name; types alone are nothing", () => {
  const files = {
    "main.ts": `import { join } from "node:path";
import pino from "pino";
import type { Only } from "types-only";
import { type Also, run } from "@scope/run/deep";
export { x } from "./other.ts";
const later = async () => (await import("./lazy.ts")).start;
const role = async () => (await import("./roles/web.ts")).start;
const thread = () => new Worker(new URL("./thread.ts", import.meta.url));
`,
    "thread.ts": 'import "of-a-thread";\n',
    "other.ts": 'const next = createRequire(import.meta.url)("next");\n',
    "lazy.ts": 'import "side-effect";\n',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
  const modules = readModules([join(dir, "main.ts")]);
  expect(modules.map((file) => file.slice(dir.length + 1)).toSorted()).toEqual([
    "lazy.ts",
    "main.ts",
    "other.ts",
    "thread.ts",
  ]);
  expect([...packagesOfModules(modules)].toSorted()).toEqual([
    "@scope/run",
    "next",
    "of-a-thread",
    "pino",
    "side-effect",
  ]);
});
