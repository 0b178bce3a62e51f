import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { readInterpreterEnvironment } from "../api/environment.ts";
import { createIntentEncoder } from "../api/language/built-in/encoder/index.ts";
import { createBuiltInInterpreter } from "../api/language/built-in/index.ts";
import { readEvaluationSet, type SetName } from "../api/language/evaluation/cases.ts";
import { readDialogues } from "../api/language/evaluation/dialogues.ts";
import { confusionTable, kindTable, mistakes, reportTable } from "../api/language/evaluation/report.ts";
import { type Outcome, scoreSet } from "../api/language/evaluation/score.ts";
import { openInterpreter } from "../api/language/index.ts";
import type { Interpreter } from "../api/language/interpreter.ts";
import { openLog } from "../api/platform/log.ts";
import { type DialogueOutcome, dialogueTable } from "./evaluation/dialogue-table.ts";
import { firstFigures } from "./evaluation/first-figures.ts";
import { prepareRegistries } from "./evaluation/fleet.ts";
import { runDialogues } from "./evaluation/run-dialogues.ts";

/**
 * Scores the interpreters and writes docs/evaluation.md. `--tuning` prints the mistakes of the sets that may be looked at and writes
 * nothing; `--dialogues` plays theirs; `--language-model` scores the one that the environment configures, on the held-out set.
 */
const options = new Set(process.argv.slice(2));
const resident = () => process.memoryUsage().rss;

const before = resident();
const encoder = await createIntentEncoder();
const builtIn = createBuiltInInterpreter(encoder);
// Unmeasured, so that the figures are of compiled code.
await score(builtIn, "tuning");
const memory = Math.round((resident() - before) / 2 ** 20);

if (options.has("--tuning")) await printTuning();
else if (options.has("--dialogues")) await printDialogues();
else if (options.has("--language-model")) await printLanguageModel();
else await writeReport();
await encoder.close();

function score(interpreter: Interpreter, name: SetName): Promise<Outcome[]> {
  return scoreSet(interpreter, readEvaluationSet(name));
}

async function printTuning(): Promise<void> {
  const columns = [
    { title: "tuning set", outcomes: await score(builtIn, "tuning") },
    { title: "strangers' set", outcomes: await score(builtIn, "strangers") },
  ];
  print(`${reportTable(columns)}\n\n${kindTable(columns)}`);
  for (const { outcomes } of columns) print(mistakes(outcomes).join("\n"));
}

async function printDialogues(): Promise<void> {
  for (const { id, topic, fault } of await play("strangers")) if (fault) print(`${id} [${topic}] ${fault}`);
}

async function printLanguageModel(): Promise<void> {
  const config = readInterpreterEnvironment();
  const { interpreter, close } = await openInterpreter(config, openLog("silent", "evaluation"));
  const columns = [{ title: config.provider, outcomes: await score(interpreter, "held-out") }];
  await close();
  print(`${reportTable(columns)}\n\n${kindTable(columns)}`);
}

async function play(name: "strangers" | "held-out"): Promise<DialogueOutcome[]> {
  const registries = await prepareRegistries();
  try {
    return await runDialogues(registries, readDialogues(name));
  } finally {
    await registries.close();
  }
}

async function writeReport(): Promise<void> {
  const load = (loadavg()[0] ?? 0).toFixed(1);
  const heldOut = await score(builtIn, "held-out");
  const columns = [
    { title: "held-out set", outcomes: heldOut },
    { title: "strangers' set", outcomes: await score(builtIn, "strangers") },
    { title: "tuning set", outcomes: await score(builtIn, "tuning") },
    { title: "held-out, rules alone", outcomes: await score(createBuiltInInterpreter(), "held-out") },
  ];
  const dialogues = [
    { title: "held-out", outcomes: await play("held-out") },
    { title: "strangers", outcomes: await play("strangers") },
  ];
  const strangers = ["held-out", "strangers"] as const;
  const count = (of: (name: (typeof strangers)[number]) => readonly unknown[]) =>
    strangers.reduce((sum, name) => sum + of(name).length, 0).toLocaleString("en");
  const written = {
    messages: count((name) => readEvaluationSet(name).messages),
    dialogues: count((name) => readDialogues(name)),
  };
  const report = `# How well messages are understood

Written by \`npm run eval\`. All messages and dialogues are written by hand and stand in api/language/evaluation. Thirty-eight authors who had never seen the rules wrote
${written.messages} messages and ${written.dialogues} dialogues over titanic, penguins and cars. What they wrote was parted: the *strangers'* set, whose mistakes are looked at and worked on, and the *held-out* set,
which is only scored; what was held out for long enough moves to the first when new authors have written more. 214 of the messages are by an author who was asked for what a reader of single words gets wrong. Where a
model's versions are asked for, LIST_MODELS and MODEL_DETAILS are both right. The *tuning* set is by the author
of the rules. What the encoder learnt from stands apart (scripts/language/data; a test keeps them from sharing a sentence). Latency is of one message in this process, on the machine
that ran it, whose load was ${load} at the beginning; reading took ${memory} MB of memory, the encoder included.

## BUILT_IN, version ${encoder.version}

${reportTable(columns)}

${kindTable(columns)}

${confusionTable(heldOut)}

## Dialogues

Each is played through the whole product, in a thread and a registry of its own, and is right when every reply is: its kind, what is waited for
afterwards, and what a prediction was made from.

${dialogueTable(dialogues)}

## First figures

${firstFigures}
`;
  print(report);
  writeFileSync(new URL("../docs/evaluation.md", import.meta.url), report);
}

function print(text: string): void {
  process.stdout.write(`${text}\n\n`);
}
