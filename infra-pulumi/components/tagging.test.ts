import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { APP, MLFLOW_IMAGE, OIDC } from "../testing/example-settings.ts";
import { runProgram } from "../testing/run-program.ts";
import { isTaggable } from "./tagging.ts";

const sdk = dirname(createRequire(import.meta.url).resolve("@pulumi/aws/package.json"));

/** Whether the SDK's own declaration of a resource's arguments has tags. */
function hasTags(type: string): boolean {
  const [, file = ""] = /^aws:(.+):/.exec(type) ?? [];
  const declaration = readFileSync(join(sdk, `${file}.d.ts`), "utf8");
  const args = declaration.slice(declaration.search(/export interface \w+Args \{/));
  return /^ {4}tags\?: /m.test(args);
}

test("every resource that can have tags has them, and no other", async () => {
  const app = await runProgram(
    "app",
    "prod",
    { ...APP, ...OIDC, mlflowImage: MLFLOW_IMAGE },
    { mlflow: "true", alarmEmail: "a@example.com" },
  );
  const base = await runProgram("base", "prod", { mlflow: "true", alarmEmail: "a@example.com" });
  const made = [...base.made, ...app.made];
  const types = new Set(made.map(({ type }) => type));
  expect(types.size).toBeGreaterThan(50);
  for (const type of types) expect(`${type} ${isTaggable(type)}`).toBe(`${type} ${hasTags(type)}`);
  for (const { type, name, inputs } of made.filter((resource) => isTaggable(resource.type)))
    expect(inputs.tags, `${type} ${name}`).toMatchObject({
      Name: `modelwright-prod-${name}`,
      project: "modelwright",
      environment: "prod",
      stack: "prod",
      managedBy: "pulumi",
    });
});
