import type { Generator } from "./load/send-load.ts";
import { startPeer } from "./peers/start-peer.ts";
import { quantileOf, type Spread, spreadOf } from "./statistics.ts";

export interface PredictArm {
  requestsPerSecond: Spread;
  /** Milliseconds, over all rounds. */
  p50: number;
  p99: number;
  /** The product's requests a second over this arm's, in the same round. */
  ratio: Spread;
}

export interface PredictResult {
  connections: number;
  product: PredictArm;
  yoga: PredictArm;
  http: PredictArm;
}

export interface PredictOptions {
  graphqlUrl: string;
  /** The ONNX file that the product serves. */
  artifact: string;
  generator: Generator;
  rounds: number;
  seconds: number;
  signal: AbortSignal;
  say(line: string): void;
}

const features = {
  sex: "male",
  pclass: "1",
  embarked: "C",
  age_group: "child",
};
const fields = "model version value probabilities features";
const input = { model: "titanic", features };
/** A client of the product handles its errors; the trivial mutation has none to handle. Both answer the same bytes. */
const productBody = JSON.stringify({
  query: `mutation Predict($input: PredictInput!) { predict(input: $input) { ... on Prediction { ${fields} } ... on Error { code message } } }`,
  variables: { input },
});
const yogaBody = JSON.stringify({
  query: `mutation Predict($input: PredictInput!) { predict(input: $input) { ${fields} } }`,
  variables: { input },
});
const answerHolds = '"value":"1"';

/** One row a request, by the product and by two peers in turn, A B C A B C …, at 1, 8 and 32 connections. */
export async function measurePredict(options: PredictOptions): Promise<PredictResult[]> {
  const { graphqlUrl, artifact, generator, rounds, seconds, signal, say } = options;
  await using yoga = await startPeer("bare-yoga", artifact, signal);
  await using http = await startPeer("bare-http", artifact, signal);
  const arms = [
    { name: "product", url: graphqlUrl, body: productBody },
    { name: "yoga", url: yoga.url, body: yogaBody },
    { name: "http", url: http.url, body: JSON.stringify(input) },
  ] as const;
  const run = (arm: (typeof arms)[number], connections: number, forSeconds: number) =>
    generator.send({
      url: arm.url,
      body: arm.body,
      connections,
      until: { seconds: forSeconds },
      answerHolds,
    });

  for (const arm of arms) await run(arm, 8, 3);
  const results: PredictResult[] = [];
  for (const connections of [1, 8, 32]) {
    const rates = {
      product: [] as number[],
      yoga: [] as number[],
      http: [] as number[],
    };
    const latencies = {
      product: [] as number[],
      yoga: [] as number[],
      http: [] as number[],
    };
    for (let round = 0; round < rounds; round += 1) {
      for (const arm of arms) {
        const result = await run(arm, connections, seconds);
        rates[arm.name].push(result.requestsPerSecond);
        for (const latency of result.latencies) latencies[arm.name].push(latency);
      }
    }
    const summary = (name: keyof typeof rates): PredictArm => {
      const sorted = latencies[name].toSorted((a, b) => a - b);
      return {
        requestsPerSecond: spreadOf(rates[name]),
        p50: quantileOf(sorted, 0.5),
        p99: quantileOf(sorted, 0.99),
        ratio: spreadOf(rates.product.map((rate, round) => rate / (rates[name][round] as number))),
      };
    };
    const result = {
      connections,
      product: summary("product"),
      yoga: summary("yoga"),
      http: summary("http"),
    };
    results.push(result);
    say(
      `predict, ${connections} connections: ${result.product.requestsPerSecond.median.toFixed(0)}/s, ${result.yoga.ratio.median.toFixed(2)} of bare Yoga`,
    );
  }
  return results;
}
