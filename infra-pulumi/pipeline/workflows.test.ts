import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { RELEASES } from "../components/repository.ts";

const folder = new URL("../../.github/workflows/", import.meta.url);
const workflows = readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), "utf8")] as const);
const main = readFileSync(new URL("./main.ts", import.meta.url), "utf8");
const commands = [...main.matchAll(/case "([a-z-]+)":/g)].map(([, command = ""]) => command);

/** What a workflow may ask Pulumi by itself: nothing that makes, shows or removes anything. */
const HARMLESS = /^pulumi (login|-C (base|app) stack output) /;

test.each(workflows)("%s changes stacks by the pipeline alone, which asks the policies", (_name, text) => {
  const asked = [
    ...text.matchAll(/\bpulumi (?:-C|login|up|preview|destroy|stack|cancel|config|refresh|import)\b[^\n]*/g),
  ];
  expect(asked.map(([line]) => line).filter((line) => !HARMLESS.test(line))).toEqual([]);
});

test("what the workflows ask of the pipeline, there is, and all of it is asked", () => {
  const used = workflows.flatMap(([, text]) =>
    [...text.matchAll(/pipeline\/main\.ts ([a-z-]+)/g)].map(([, command = ""]) => command),
  );
  expect([...new Set(used)].sort()).toEqual(commands.sort());
});

test.each(workflows)("%s has every rule of its own on how a command fails", (_name, text) => {
  // Without a shell that is named, a command whose first part fails has not failed.
  if (text.includes("working-directory: infra-pulumi"))
    expect(text).toMatch(/shell: bash\n\s+working-directory: infra-pulumi/);
});

test("the pipelines bring the engine that the tests run", () => {
  const { dependencies } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  for (const [, text] of workflows)
    for (const [, version] of text.matchAll(/pulumi-version: (\S+)/g))
      expect(version).toBe(dependencies["@pulumi/pulumi"]);
});

test("what is deployed is tagged as what is kept", () => {
  const page = readFileSync(new URL("../../docs/deploy.md", import.meta.url), "utf8");
  const all = [...workflows.map(([, text]) => text), page].join("\n");
  const tags = [...all.matchAll(/(?:"\$target|docker push \S+):(\S+?)"?(?=\s)/g)].map(([, tag = ""]) => tag);
  expect(tags).toHaveLength(3);
  for (const tag of tags) expect(tag).toMatch(new RegExp(`^${RELEASES.replace("*", ".+")}$`));
});
