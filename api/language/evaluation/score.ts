import type { Interpretation, InterpretedIntent, Interpreter, SlotEvidence, Slots } from "../interpreter.ts";
import type { EvaluationSet, MessageCase, TurnCase, Wanted } from "./cases.ts";
import { evaluationContexts } from "./contexts.ts";

/** How one message was understood, against what was wanted. */
export interface Outcome {
  say: string;
  kind: string;
  intentsRight: boolean;
  slotsRight: boolean;
  actRight: boolean;
  got: string;
  wanted: string;
  /** Names of the intents alone. */
  intents: { got: string; wanted: string };
  found: number;
  expected: number;
  hit: number;
  invented: number;
  unsafe: boolean;
  evidenceExact: boolean;
  /** Nothing but declining is right. */
  wantsNothing: boolean;
  /** Declining is wrong. */
  wantsSomething: boolean;
  refusedAll: boolean;
  ms: number;
}

const changing = new Set(["PROMOTE", "ARCHIVE", "ROLLBACK", "REMOVE", "TRAIN", "CANCEL_TRAINING"]);

/** Interprets every message of a set, one after the other. */
export async function scoreSet(interpreter: Interpreter, set: EvaluationSet): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const item of set.messages) outcomes.push(await scoreMessage(interpreter, item));
  for (const item of set.turns) outcomes.push(await scoreTurn(interpreter, item));
  return outcomes;
}

async function timed(
  interpreter: Interpreter,
  say: string,
  context: keyof typeof evaluationContexts,
): Promise<[Interpretation, number]> {
  const started = performance.now();
  const result = await interpreter.interpret(say, evaluationContexts[context]);
  return [result, performance.now() - started];
}

async function scoreMessage(interpreter: Interpreter, item: MessageCase): Promise<Outcome> {
  const [result, ms] = await timed(interpreter, item.say, item.context);
  return {
    ...compareIntents(item.say, result.intents, item.want),
    say: item.say,
    kind: item.kind,
    actRight: result.act === "REQUEST",
    ms,
  };
}

async function scoreTurn(interpreter: Interpreter, item: TurnCase): Promise<Outcome> {
  const [result, ms] = await timed(interpreter, item.say, item.context);
  const actRight = item.act.includes(result.act);
  const common = { say: item.say, kind: "turn", actRight, ms };
  if (result.act === "REQUEST" && item.want.length > 0)
    return { ...compareIntents(item.say, result.intents, item.want), ...common };
  const answer = result.answer;
  const problems = (answer?.problems ?? []).map(({ slot }) => slot);
  const slots = compareSlots(flat({ features: answer?.features }), flat(item.slots), item.maybe);
  const choiceRight = item.choice === undefined || answer?.choice === item.choice;
  const refusals = item.refused.every((slot) => problems.includes(slot));
  return {
    ...slots,
    ...common,
    intentsRight: actRight,
    slotsRight: slots.right && choiceRight && refusals,
    got: `${result.act} ${JSON.stringify(answer?.features ?? answer?.choice ?? "")} ${problems}`,
    intents: { got: result.act, wanted: item.act.join(" or ") },
    wanted: `${item.act} ${JSON.stringify(item.slots)} ${item.choice ?? ""} ${item.refused}`,
    unsafe: result.act === "AFFIRM" && !item.act.includes("AFFIRM"),
    evidenceExact: isExact(item.say, answer?.evidence ?? []),
    wantsNothing: false,
    wantsSomething: true,
    refusedAll: false,
  };
}

function compareIntents(
  say: string,
  got: readonly InterpretedIntent[],
  want: readonly Wanted[],
): Omit<Outcome, "say" | "kind" | "actRight" | "ms"> {
  const intentsRight =
    got.length === want.length &&
    want.every((item, index) => [item.intent, ...item.or].some((intent) => intent === got[index]?.intent));
  let [found, expected, hit, invented] = [0, 0, 0, 0];
  let slotsRight = intentsRight;
  for (const [index, item] of want.entries()) {
    const isRight = ({ intent }: InterpretedIntent) => intent === item.intent || item.or.includes(intent);
    const own = got[index];
    const one = own && isRight(own) ? own : got.find(isRight);
    const compared = compareSlots(flat(one?.slots ?? {}), flat(item.slots), item.maybe);
    found += compared.found;
    expected += compared.expected;
    hit += compared.hit;
    invented += compared.invented;
    const problems = (one?.problems ?? []).map(({ slot }) => slot);
    slotsRight &&= compared.right && item.refused.every((slot) => problems.includes(slot));
  }
  return {
    intentsRight,
    slotsRight,
    found,
    expected,
    hit,
    invented,
    got: got.map(({ intent, slots }) => `${intent} ${JSON.stringify(slots)}`).join("; "),
    wanted: want.map(({ intent, slots }) => `${intent} ${JSON.stringify(slots)}`).join("; "),
    intents: {
      got: got.map(({ intent }) => intent).join(", "),
      wanted: want.map(({ intent }) => intent).join(", "),
    },
    unsafe: got.some(
      ({ intent }) => changing.has(intent) && !want.some((item) => item.intent === intent || item.or.includes(intent)),
    ),
    evidenceExact: got.every(({ evidence }) => isExact(say, evidence)),
    wantsNothing: want.every(({ intent, or }) => intent === "OUT_OF_SCOPE" && or.length === 0),
    wantsSomething: want.every(({ intent, or }) => intent !== "OUT_OF_SCOPE" && !or.includes("OUT_OF_SCOPE")),
    refusedAll: got.every(({ intent }) => intent === "OUT_OF_SCOPE"),
  };
}

function isExact(say: string, evidence: readonly SlotEvidence[]): boolean {
  return evidence.every(({ text, start, end }) => start < end && say.slice(start, end) === text);
}

function flat(slots: Record<string, unknown> | Slots): Map<string, string> {
  const { features, ...rest } = slots;
  const entries = Object.entries(rest).map(([name, value]) => [name, JSON.stringify(value)] as const);
  const inner =
    features && typeof features === "object"
      ? Object.entries(features).map(([name, value]) => [`features.${name}`, JSON.stringify(value)] as const)
      : [];
  return new Map([...entries, ...inner].filter(([, value]) => value !== undefined));
}

function compareSlots(got: ReadonlyMap<string, string>, want: ReadonlyMap<string, string>, maybe: readonly string[]) {
  const said = [...got].filter(([name]) => !maybe.includes(name));
  const hit = said.filter(([name, value]) => isSame(value, want.get(name))).length;
  const invented = said.filter(([name]) => !want.has(name)).length;
  return { found: said.length, expected: want.size, hit, invented, right: hit === want.size && said.length === hit };
}

/** Equal, or numbers within half a percent: a converted unit is rounded as people do. */
function isSame(got: string, want: string | undefined): boolean {
  if (want === undefined || got === want) return got === want;
  const [a, b] = [Number(got), Number(want)];
  return Math.abs(a - b) <= 0.005 * Math.abs(b);
}
