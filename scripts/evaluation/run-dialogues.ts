import type { Dialogue, DialogueTurn } from "../../api/language/evaluation/dialogues.ts";
import type { DialogueOutcome } from "./dialogue-table.ts";
import { type Registries, type RunningProduct, trainingEnd } from "./fleet.ts";

interface Reply {
  kind?: string;
  content?: string;
  code?: string;
  message?: string;
  pending?: { kind: string; missing: string[] } | null;
  interpretation?: { intents: { intent: string }[] };
  cards?: { __typename: string; features?: Record<string, string | number>; runId?: string }[];
}

const chat = `mutation C($input: ChatInput!) { chat(input: $input) {
  ... on Error { code message }
  ... on ChatTurn {
    threadId kind content
    pending { kind missing }
    interpretation { intents { intent } }
    cards { __typename ... on PredictionCard { features } ... on TrainingCard { runId } }
  } } }`;

/** Plays each dialogue in a thread and a registry of its own, to its first wrong turn. */
export async function runDialogues(registries: Registries, dialogues: readonly Dialogue[]): Promise<DialogueOutcome[]> {
  const outcomes: DialogueOutcome[] = [];
  for (const dialogue of dialogues) {
    const product = await registries.start(dialogue.registry);
    try {
      outcomes.push(await play(product, dialogue));
    } finally {
      await product.stop();
    }
  }
  return outcomes;
}

async function play(product: RunningProduct, { id, topic, turns }: Dialogue): Promise<DialogueOutcome> {
  const threadId = crypto.randomUUID();
  for (const [index, turn] of turns.entries()) {
    const { chat: reply } = await product.graphql<{ chat: Reply }>(chat, { input: { threadId, message: turn.say } });
    const faults = faultsOf(turn, reply);
    if (faults.length > 0) {
      const fault = `turn ${index + 1} ${JSON.stringify(turn.say)}: ${faults.join("; ")}`;
      return { id, topic, right: index, turns: turns.length, fault };
    }
    for (const { runId } of reply.cards ?? []) if (runId) await trainingEnd(product, runId);
  }
  return { id, topic, right: turns.length, turns: turns.length, fault: undefined };
}

function faultsOf(want: DialogueTurn, got: Reply): string[] {
  const faults: string[] = [];
  const differ = (what: string, wanted: unknown, found: unknown) => {
    if (JSON.stringify(sorted(wanted)) !== JSON.stringify(sorted(found)))
      faults.push(`${what} ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
  };
  if (!want.kind.includes(got.kind ?? ""))
    faults.push(
      `${got.kind ?? got.code}, not ${want.kind.join("/")} (${String(got.content ?? got.message).slice(0, 160)})`,
    );
  if (want.intents)
    differ("intents", want.intents.join(), got.interpretation?.intents.map(({ intent }) => intent).join());
  if (want.missing && got.kind === "MISSING_INPUTS") differ("missing", want.missing, got.pending?.missing);
  if (want.pending !== undefined) differ("pending", want.pending, got.pending?.kind ?? null);
  if (want.features) {
    // Of several cases the last is the one that is gone on with.
    const card = got.cards?.findLast(({ __typename }) => __typename === "PredictionCard");
    differ("features", want.features, card?.features);
  }
  for (const words of want.says ?? [])
    if (!String(got.content).toLowerCase().includes(words.toLowerCase()))
      faults.push(`does not say ${JSON.stringify(words)}`);
  return faults;
}

/** Names and lists in one order, so that only what they hold is compared. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return [...value].sort();
  if (typeof value === "number") return String(value);
  if (value && typeof value === "object")
    return Object.entries(value)
      .map(([name, item]) => `${name}=${item}`)
      .sort();
  return value;
}
