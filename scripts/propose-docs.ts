import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readInterpreterEnvironment } from "../api/environment.ts";
import { type Provider, providerClient } from "../api/language/language-model/providers.ts";
import { applyProposals, parseProposals, question } from "./docs/proposals.ts";

/**
 * node scripts/propose-docs.ts <commit>: asks the language model that INTERPRETER names which passages of README.md and docs/ the change since
 * that commit made untrue, writes what it proposes into the pages, and prints each with its reason. Nothing is committed: a person does.
 */
const root = fileURLToPath(new URL("../", import.meta.url));
/** What is read of a change; a model that reads more says less. */
const mostOfChange = 120_000;
/** Made from the code, or told by a run: not prose. */
const notProse = new Set(["actions.md", "configuration.md", "schema.md", "benchmarks.md", "evaluation.md"]);

const [since] = process.argv.slice(2);
if (!since || since.startsWith("-")) {
  process.stderr.write("Name the commit that the change is since: node scripts/propose-docs.ts origin/main\n");
  process.exit(2);
}
const settings = readInterpreterEnvironment();
if (settings.provider === "BUILT_IN") {
  process.stderr.write(
    "Set INTERPRETER and LANGUAGE_MODEL to a language model: the built-in interpreter writes no prose.\n",
  );
  process.exit(78);
}

const names = ["README.md", ...proseIn("docs"), ...proseIn("docs/decisions")];
const pages = new Map(names.map((name) => [name, readFileSync(join(root, name), "utf8")]));
const change = execFileSync(
  "git",
  ["diff", `${since}...HEAD`, "--", "api", "web", "scripts", "prisma", "Dockerfile", "compose.yaml"],
  {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  },
).slice(0, mostOfChange);

if (change.trim() === "") say("Nothing changed that the pages tell of.");
else await propose();

async function propose(): Promise<void> {
  const { system, message } = question(pages, change);
  const model = await providerClient(settings.provider as Provider, settings).open(AbortSignal.timeout(300_000));
  const { content } = await model.invoke([
    ["system", system],
    ["human", message],
  ]);
  const answer =
    typeof content === "string" ? content : content.map((part) => ("text" in part ? part.text : "")).join("");
  const { changed, taken, left } = applyProposals(pages, parseProposals(answer));
  for (const [name, text] of changed) writeFileSync(join(root, name), text);
  for (const { page, reason } of taken) say(`- ${page}: ${reason}`);
  for (const { proposal, why } of left) say(`- (not taken over, ${why}) ${proposal.page}: ${proposal.reason}`);
  if (taken.length + left.length === 0) say("The language model found nothing that became untrue.");
}

function proseIn(folder: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".md") && !notProse.has(name))
    .map((name) => `${folder}/${name}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
