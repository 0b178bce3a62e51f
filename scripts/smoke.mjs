// node scripts/smoke.mjs <url> [--api=<url>] [--train]: speaks with a deployed Modelwright as a person would, through its own address; with
// --train it has a model trained too, which leaves a candidate behind. Inside a network, where no balancer makes them one, the web app and the
// API have an address each. SMOKE_TEST_TRAIN=true does what --train does, for a task. SMOKE_TEST_KEY is the key of a program, where people sign in. Exits with 1 and a sentence when something is not as
// it should be.
import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { chatTurn, follow, graphql, trainingWithinMs } from "./smoke/client.mjs";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { train: { type: "boolean", default: false }, api: { type: "string" } },
});
const [url] = positionals;
if (!url || !URL.canParse(url) || (values.api !== undefined && !URL.canParse(values.api))) {
  process.stderr.write("Name the address: node scripts/smoke.mjs https://modelwright.example\n");
  process.exit(2);
}

const train = values.train || process.env.SMOKE_TEST_TRAIN === "true";
/** Checked above; a function knows nothing of that. */
const site = url;
const address = values.api ?? url;

/** @type {[name: string, step: () => Promise<void>][]} */
const steps = [
  ["the web app's page", page],
  ["a chat turn, heard on its stream", chat],
  ...(train ? /** @type {[string, () => Promise<void>][]} */ ([["a training and a prediction", training]]) : []),
];
for (const [name, step] of steps) {
  try {
    await step();
    process.stdout.write(`ok      ${name}\n`);
  } catch (error) {
    process.stdout.write(`failed  ${name}: ${error instanceof Error ? error.message : error}\n`);
    process.exit(1);
  }
}

async function page() {
  const response = await fetch(new URL("/", site), { signal: AbortSignal.timeout(20_000) });
  const text = await response.text();
  if (response.status !== 200 || !text.includes("<title>")) throw new Error(`answered ${response.status}, and no page`);
}

async function chat() {
  const threadId = randomUUID();
  const heard = follow(
    address,
    "subscription ($id: ID!) { chatReply(threadId: $id) { type } }",
    { id: threadId },
    (event) => ["TURN_COMPLETED", "TURN_FAILED"].includes(event.type),
  );
  // The turn may fail first, and then says why.
  heard.catch(() => {});
  const turn = await chatTurn(address, threadId, "what models are available?");
  if (turn.kind !== "LIST_MODELS") throw new Error(`“what models are available?” was answered by ${turn.kind}`);
  const last = (await heard).at(-1);
  if (last?.type !== "TURN_COMPLETED") throw new Error(`the stream ended with ${last?.type}`);
}

async function training() {
  const asked = await chatTurn(address, randomUUID(), "train titanic with 30% held out");
  const runId = asked.cards.find((card) => card.runId)?.runId;
  if (!runId) throw new Error(`a training was asked for, and answered by ${asked.kind}: ${asked.content}`);
  const events = await follow(
    address,
    "subscription ($id: ID!) { trainingProgress(runId: $id) { type message } }",
    { id: runId },
    (event) => ["SUCCEEDED", "FAILED", "CANCELLED"].includes(event.type),
    trainingWithinMs,
  );
  const last = events.at(-1);
  if (last?.type !== "SUCCEEDED") throw new Error(`the training ended ${last?.type}: ${last?.message}`);
  const { trainingRun } = await graphql(address, "query ($id: ID!) { trainingRun(id: $id) { version { version } } }", {
    id: runId,
  });
  const { predict } = await graphql(
    address,
    `mutation ($version: Int!, $features: JSON!) {
      predict(input: { model: "titanic", version: $version, features: $features }) {
        ... on Prediction { value } ... on Error { message }
      }
    }`,
    { version: trainingRun.version.version, features: { sex: "female", pclass: 1, embarked: "C", age_group: "adult" } },
  );
  if (predict.value === undefined) throw new Error(`the prediction failed: ${predict.message}`);
}
