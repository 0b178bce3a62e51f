/**
 * A check is one or more commands that all must succeed; it counts as one test.
 * @typedef {{ name: string, commands: string[][] }} Check
 * @typedef {{ name: string, args: string[], before?: Check, vitest?: string }} Suite with vitest's arguments, what they need done before, and which vitest when it is not ours
 */

const tsc = (/** @type {string[]} */ ...args) => ["node_modules/typescript-7/bin/tsc", "-p", ...args];

/** Next's dev server writes files with unused names below .next/dev and has them included; unused names of ours are the linter's. */
const webTypes = tsc("web/tsconfig.json", "--noUnusedLocals", "false");

/** @type {Check[]} */
export const checks = [
  { name: "Format and lint", commands: [["node_modules/@biomejs/biome/bin/biome", "ci", "."]] },
  {
    name: "Import rules",
    commands: [
      [
        "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs",
        "--config",
        ".dependency-cruiser.mjs",
        "api",
        "web",
        "scripts",
      ],
    ],
  },
  { name: "Types", commands: [tsc("tsconfig.json"), tsc("scripts/tsconfig.json"), webTypes] },
  {
    name: "Generated files are fresh",
    commands: [
      ["scripts/migrate.ts", "check"],
      ["scripts/print-schema.ts", "--check"],
      ["scripts/print-docs.ts", "--check"],
      ["node_modules/@graphql-codegen/cli/esm/bin.js", "--config", "codegen.ts", "--check"],
    ],
  },
];

/** @type {Check} */
export const delivery = { name: "Dockerfile and workflows", commands: [["scripts/images/lint.mjs"]] };

/** @type {Suite} */
export const images = { name: "Images", args: ["--config", "scripts/images/vitest.config.ts"] };

/** @type {Suite} */
export const infra = {
  name: "Infrastructure",
  vitest: "infra-pulumi/node_modules/vitest/vitest.mjs",
  args: ["--root", "infra-pulumi"],
  before: {
    name: "Infrastructure: packages, types, Pulumi's engine",
    commands: [
      ["scripts/testing/install-infra.mjs"],
      tsc("infra-pulumi/tsconfig.json"),
      ["infra-pulumi/engine/main.ts"],
    ],
  },
};

/** @type {Suite[]} */
export const suites = [
  { name: "Unit and integration tests", args: [] },
  {
    name: "Browser journeys",
    args: ["--config", "web/e2e/vitest.config.ts"],
    before: { name: "Build of the web app", commands: [["scripts/build-web.mjs"]] },
  },
];
