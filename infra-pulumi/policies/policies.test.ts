import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { APP, MLFLOW_IMAGE, OIDC } from "../testing/example-settings.ts";
import { type Made, runProgram } from "../testing/run-program.ts";
import type { Seen } from "./rule.ts";
import { rules } from "./rules/index.ts";
import { badResources } from "./testing/bad-resources.ts";

/** What all rules say, each sentence with its rule's name. */
function said(resources: Seen[]): string[] {
  return rules.flatMap(({ name, check, checkStack }) => [
    ...(check ? resources.flatMap((resource) => check(resource).map((sentence) => `${name}: ${sentence}`)) : []),
    ...(checkStack ? checkStack(resources).map((sentence) => `${name}-as-a-whole: ${sentence}`) : []),
  ]);
}

describe("each rule is broken by a bad resource", () => {
  test.each(badResources.map((bad) => [bad.rule, bad.says, bad] as const))(
    "%s: it %s",
    (rule, says, { type, props, inside, beside }) => {
      const urn = `urn:pulumi:dev::test::${inside ? `${inside}$` : ""}${type}::bad`;
      const around = beside ? [{ ...beside, name: "beside", urn: `urn:pulumi:dev::test::${beside.type}::beside` }] : [];
      expect(said(around)).toEqual([]);
      expect(said([{ type, name: "bad", urn, props }, ...around])).toContainEqual(
        expect.stringMatching(startingWith(rule, says)),
      );
    },
  );

  test("and none is without one", () => {
    const broken = new Set(badResources.map(({ rule }) => rule));
    const names = rules.flatMap(({ name, check, checkStack }) => [
      ...(check ? [name] : []),
      ...(checkStack ? [`${name}-as-a-whole`] : []),
    ]);
    expect([...broken].sort()).toEqual(names.sort());
  });
});

test("nothing can be said that no bad resource shows", () => {
  const folder = new URL("./rules/", import.meta.url);
  const sentences = readdirSync(folder).flatMap((file) =>
    // As the rules write them: a sentence, and whether it is so.
    [...readFileSync(new URL(file, folder), "utf8").matchAll(/(?:^\s+|when\(\{ )"([^"]+)":/gm)].map(
      ([, said = ""]) => said,
    ),
  );
  expect(sentences.length).toBeGreaterThan(30);
  const shown = (sentence: string) =>
    badResources.some(({ says }) => says.includes(sentence) || sentence.includes(says));
  expect(sentences.filter((sentence) => !shown(sentence))).toEqual([]);
});

describe("no stack breaks any", () => {
  test.each(["dev", "qa", "prod", "pr-7"])("%s", async (stack) => {
    const base = await runProgram("base", stack, { mlflow: "true", alarmEmail: "ops@example.com" });
    const app = await runProgram("app", stack, { ...APP, mlflowImage: MLFLOW_IMAGE }, { mlflow: "true" });
    expect(said([...base.made, ...app.made].map(seen))).toEqual([]);
  });

  test("nor one that everybody may reach, with a sign-in, a way in for programs, and Bedrock", async () => {
    const model = "eu.anthropic.claude-haiku-4-5-20251001-v1:0";
    const app = await runProgram("app", "prod", {
      ...APP,
      ...OIDC,
      machinesFromOutside: "true",
      allowedCidrs: "0.0.0.0/0",
      interpreter: "BEDROCK",
      languageModel: model,
      bedrockModels: model,
    });
    expect(said(app.made.map(seen))).toEqual([]);
  });
});

function seen({ type, name, urn, inputs, id }: Made): Seen {
  return { type, name, urn, props: { id, ...inputs } };
}

function startingWith(rule: string, says: string): RegExp {
  const literal = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${literal(rule)}: .*${literal(says)}`);
}
