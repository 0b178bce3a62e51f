import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inherited } from "../engine/environment.ts";
import { NEEDED, UP } from "../engine/testing/life-of-a-stack.ts";
import { Workspace } from "../engine/testing/workspace.ts";
import { copyTree } from "../testing/copy-tree.ts";
import { APP, OIDC, OIDC_SECRET } from "../testing/example-settings.ts";
import { type Mutation, mutations } from "./mutations.ts";

const dir = mkdtempSync(join(tmpdir(), "modelwright-mutations-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const by = (who: Mutation["caughtBy"]) => mutations.filter(({ caughtBy }) => caughtBy === who);
const named = (who: Mutation["caughtBy"]) => by(who).map((mutation) => [mutation.mistake, mutation] as const);

describe("caught by the compiler", () => {
  let said = "";
  beforeAll(async () => {
    const copy = copyTree(join(dir, "types"));
    for (const mutation of by("types")) mutate(copy, mutation);
    said = await run(["node_modules/typescript-7/bin/tsc", "-p", "tsconfig.json"], copy);
  });

  test.each(named("types"))("%s", (_, { file, by: message }) => {
    expect(
      said
        .split("\n")
        .filter((line) => line.startsWith(`${file}(`))
        .join("\n"),
    ).toContain(message);
  });
});

describe("caught by a unit test", () => {
  let failures: string[] = [];
  beforeAll(async () => {
    const copy = copyTree(join(dir, "unit"));
    for (const mutation of by("unit tests")) mutate(copy, mutation);
    const suites = ["base/", "app/", "components/", "recorded/", "policies/policies.test.ts"];
    const said = await run(["node_modules/vitest/vitest.mjs", "run", ...suites, "--reporter=default"], copy);
    // Each failure is told with the tests that it is of, what was expected, and what was found.
    failures = said.split(/^⎯+\[\d+\/\d+\]⎯+$/m);
  });

  // All mistakes stand in one copy; each has to be told of by the test that is to catch it.
  test.each(named("unit tests"))("%s", (_, { by: name, tells = "" }) => {
    const told = failures.filter((failure) => failure.includes("FAIL") && failure.includes(` > ${name}\n`));
    expect(told.length).toBeGreaterThan(0);
    expect(told.join("\n")).toContain(tells);
  });
});

describe("caught by the engine", () => {
  let workspace: Workspace;
  const found: string[] = [];
  beforeAll(async () => {
    workspace = await Workspace.create();
    const { oidcClientSecret: _, ...oidc } = OIDC;
    await workspace.initialize("base", "dev");
    await workspace.initialize("app", "dev", { ...APP, ...oidc });
    await workspace.succeed("app", "config", "set", "--secret", "oidcClientSecret", OIDC_SECRET);
    await workspace.succeed("base", ...UP);
    for (const mutation of by("engine")) mutate(join(workspace.dir, "infra-pulumi"), mutation);
    await workspace.succeed("app", ...UP);
    for (const [resource, needed] of NEEDED) {
      const dependencies = await workspace.dependencies("app", resource);
      if (!dependencies.includes(needed)) found.push(`what ${speak(resource)} waits for, in the state`);
    }
    if (workspace.stateFiles().some(({ text }) => text.includes(OIDC_SECRET)))
      found.push("a secret in plain text, in the state");
    if ((await workspace.pulumi("base", "preview")).code !== 0) found.push("a preview that fails");
  });
  afterAll(() => workspace?.remove());

  test.each(named("engine"))("%s", (_, { by: what }) => {
    expect(found).toContain(what);
  });
});

test("each kind of mistake is there", () => {
  expect(new Set(mutations.map(({ caughtBy }) => caughtBy))).toEqual(new Set(["types", "unit tests", "engine"]));
});

/** "the service api" of "aws:ecs/service:Service api". */
function speak(resource: string): string {
  return resource.startsWith("aws:ecs/service") ? `the service ${resource.split(" ")[1]}` : "the listener";
}

function mutate(copy: string, { file, find, replace }: Mutation): void {
  const path = join(copy, file);
  const text = readFileSync(path, "utf8");
  if (text.split(find).length !== 2) throw new Error(`${file} does not hold once: ${find}`);
  writeFileSync(
    path,
    text.replace(find, () => replace),
  );
}

/** @returns what it said; that it fails is expected */
function run(args: string[], cwd: string): Promise<string> {
  const child = spawn(process.execPath, args, {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
    env: inherited({ NO_COLOR: "1" }),
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data) => {
      said += data;
    });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", () => resolve(said));
  });
}
