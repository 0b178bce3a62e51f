import { mutations } from "../mutations/mutations.ts";
import { rules } from "../policies/rules/index.ts";
import { APP } from "../testing/example-settings.ts";
import { countsOf } from "../testing/query.ts";
import { type Layer, runProgram } from "../testing/run-program.ts";
import { diagram } from "./diagram.ts";

const STACKS = ["dev", "qa", "prod", "pr-7"] as const;

/** What docs/infrastructure.md says, made of what the programs ask for with their usual settings. */
export async function infrastructurePage(): Promise<string> {
  const runs = { base: await runsOf("base"), app: await runsOf("app") };
  return `# Infrastructure

<!-- Made by \`npm run docs\` in infra-pulumi from the programs; a test checks that it is fresh. -->

What the two programs of [infra-pulumi](../infra-pulumi) make, with the settings that a stack has when it says nothing else. How to
deploy is in [deploy.md](deploy.md).

## Diagram

An arrow goes from who uses to who is used, in the stack prod. The key that everything is encrypted by (\`data\`) would be at the end of
nearly all, and has none.

\`\`\`mermaid
${diagram([
  { title: "base", made: runs.base.prod },
  { title: "app", made: runs.app.prod },
])}
\`\`\`

## Inventory

A preview (\`pr-<number>\`) is shown by one of its kind.

### Base

${inventory(runs.base)}

### App

${inventory(runs.app)}

## Policies

Each ends a deployment that breaks it, before anything is changed; each is shown to stop a bad resource, by itself and in the engine.

| Policy | What it holds |
| --- | --- |
${rules.map(({ name, description }) => `| \`${name}\` | ${description} |`).join("\n")}

## Mistakes, and what catches them

Each of these is made in a copy of the programs by a test, which fails when nothing catches it.

| Mistake | In | Caught by |
| --- | --- | --- |
${mutations.map(({ mistake, file, caughtBy, by }) => `| ${mistake} | \`${file}\` | ${caughtBy}: ${by.replaceAll("|", "\\|")} |`).join("\n")}
`;
}

type Runs = Record<(typeof STACKS)[number], Awaited<ReturnType<typeof runProgram>>["made"]>;

async function runsOf(layer: Layer): Promise<Runs> {
  const runs: Partial<Runs> = {};
  for (const stack of STACKS) {
    const { made } = await runProgram(layer, stack, layer === "app" ? APP : {});
    // Resources are asked for side by side, so their order differs from run to run.
    runs[stack] = made.sort((one, other) => (one.urn < other.urn ? -1 : 1));
  }
  return runs as Runs;
}

function inventory(runs: Runs): string {
  const counts = STACKS.map((stack) => countsOf(runs[stack]));
  const kinds = [...new Set(counts.flatMap((count) => Object.keys(count)))].sort();
  const sums = counts.map((count) => Object.values(count).reduce((sum, number) => sum + number, 0));
  return [
    `| Resource | ${STACKS.join(" | ")} |`,
    `| --- | ${STACKS.map(() => "---:").join(" | ")} |`,
    ...kinds.map((kind) => `| ${kind} | ${counts.map((count) => count[kind] ?? 0).join(" | ")} |`),
    `| **in all** | ${sums.map((sum) => `**${sum}**`).join(" | ")} |`,
  ].join("\n");
}
