import { globSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../setup/paths.mjs";
import { readModules } from "./read-modules.mjs";

const linesOf = (/** @type {string} */ name) => readFileSync(join(projectRoot, name), "utf8").split("\n");

/**
 * What the Dockerfile copies, by stage: of the project, and of what a stage before made of it.
 * @returns {Record<string, { ofProject: string[], ofStages: string[] }>}
 */
function copies() {
  /** @type {ReturnType<typeof copies>} */
  const stages = {};
  let stage = "";
  for (const line of linesOf("Dockerfile")) {
    stage = /^FROM .* AS (\S+)$/.exec(line)?.[1] ?? stage;
    const [, from, paths] = /^COPY (--from=\S+ )?(.*)$/.exec(line) ?? [];
    if (paths === undefined) continue;
    stages[stage] ??= { ofProject: [], ofStages: [] };
    const sources = paths.split(" ").slice(0, -1);
    if (from) stages[stage]?.ofStages.push(...sources.map((path) => path.replace(/^\/app\//, "")));
    else stages[stage]?.ofProject.push(...sources);
  }
  return stages;
}

/**
 * @param {string} path
 * @param {string[]} places files, or folders
 */
const isIn = (path, places) => places.some((place) => path === place || path.startsWith(`${place}/`));

/** Whether .dockerignore keeps a file from the build: the patterns that it has, in the few forms that they have. */
function isLeftOut(/** @type {string} */ path) {
  const patterns = linesOf(".dockerignore").filter((line) => /^[^#!*]|^\*\*/.test(line));
  return patterns.some((pattern) => {
    if (pattern.startsWith("**/*")) return path.endsWith(pattern.slice("**/*".length));
    if (pattern.startsWith("**/")) return path.split("/").includes(pattern.slice("**/".length));
    return isIn(path, [pattern]);
  });
}

test.each([
  ["api", ["main.ts", "roles/api.ts", "roles/worker.ts", "roles/migrate.ts"]],
  ["web", ["main.ts", "roles/web.ts", "roles/next.ts"]],
])("the image %s holds every module that its roles load", (stage, entries) => {
  const { ofProject = [], ofStages = [] } = copies()[stage] ?? {};
  const found = globSync(ofProject, { cwd: projectRoot }).map((path) => path.replaceAll(sep, "/"));
  const modules = readModules(entries.map((entry) => join(projectRoot, "api", entry))).map((file) =>
    relative(projectRoot, file).replaceAll(sep, "/"),
  );
  expect(modules.length).toBeGreaterThan(entries.length);
  const isHeld = (/** @type {string} */ path) => isIn(path, ofStages) || (isIn(path, found) && !isLeftOut(path));
  expect(modules.filter((module) => !isHeld(module))).toEqual([]);
});

test("what is copied is there, and is let into the build", () => {
  const letIn = linesOf(".dockerignore").flatMap((line) => (line.startsWith("!") ? [line.slice(1)] : []));
  const sources = Object.values(copies()).flatMap(({ ofProject }) => ofProject);
  expect(sources).toContain("scripts/smoke.mjs");
  for (const source of sources) {
    expect(globSync(source, { cwd: projectRoot }), source).not.toEqual([]);
    expect(isIn(source, letIn), source).toBe(true);
  }
});
