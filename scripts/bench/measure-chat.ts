import { randomUUID } from "node:crypto";
import type { Generator } from "./load/send-load.ts";
import { quantileOf, type Spread, spreadOf } from "./statistics.ts";

export interface ChatArm {
  name: string;
  count: number;
  /** Milliseconds, over all rounds. */
  p50: number;
  p95: number;
  p99: number;
  /** The rounds' own medians. */
  medians: Spread;
}

export interface ChatOptions {
  graphqlUrl: string;
  generator: Generator;
  rounds: number;
  /** Turns of each arm in a round. */
  turns: number;
  say(line: string): void;
}

const message = "a boy in first class who boarded in Cherbourg";
/** Leaves out where and at what age. */
const incomplete = "a woman in third class";

const chatMutation = `mutation Chat($input: ChatInput!) {
  chat(input: $input) {
    ... on ChatTurn {
      id threadId kind content suggestions createdAt
      pending { id kind schema missing expiresAt }
      interpretation { source intents { intent confidence slots missing evidence { slot value text start end } } }
      cards { __typename ... on PredictionCard { model version value label probabilities features inputs { name label evidence } } }
    }
    ... on Error { code message }
  }
}`;
const interpretQuery = `query Interpret($message: String!) { interpret(message: $message) { source intents { intent slots missing } } }`;

/** Whole turns, one after the other on one connection; and what a turn is made of, where a client can ask for that alone. */
export async function measureChat({ graphqlUrl, generator, rounds, turns, say }: ChatOptions): Promise<ChatArm[]> {
  const chat = (said: string, threadId?: string) =>
    JSON.stringify({
      query: chatMutation,
      variables: { input: { message: said, threadId } },
    });
  const arms = [
    {
      name: "a turn, each in a new thread",
      body: chat(message),
      answerHolds: '"kind":"PREDICTION"',
    },
    {
      name: "a turn, all in one thread",
      body: chat(message, randomUUID()),
      answerHolds: '"kind":"PREDICTION"',
    },
    {
      name: "a turn that asks for what is missing, each in a new thread",
      body: chat(incomplete),
      answerHolds: '"kind":"MISSING_INPUTS"',
    },
    {
      name: "only understanding the message (`interpret`)",
      body: JSON.stringify({ query: interpretQuery, variables: { message } }),
      answerHolds: '"intent":"PREDICT"',
    },
  ];
  const run = (arm: (typeof arms)[number], requests: number) =>
    generator.send({
      url: graphqlUrl,
      body: arm.body,
      connections: 1,
      until: { requests },
      answerHolds: arm.answerHolds,
    });

  for (const arm of arms) await run(arm, 40);
  const latencies = arms.map((): number[][] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, arm] of arms.entries()) latencies[index]?.push((await run(arm, turns)).latencies);
  }
  const results = arms.map(({ name }, index) => {
    const ofRounds = latencies[index] ?? [];
    const sorted = ofRounds.flat().toSorted((a, b) => a - b);
    return {
      name,
      count: sorted.length,
      p50: quantileOf(sorted, 0.5),
      p95: quantileOf(sorted, 0.95),
      p99: quantileOf(sorted, 0.99),
      medians: spreadOf(ofRounds.map((values) => spreadOf(values).median)),
    };
  });
  for (const { name, p50, p95 } of results) say(`chat, ${name}: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`);
  return results;
}
