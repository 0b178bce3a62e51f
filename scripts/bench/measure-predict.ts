import type { LoadResult } from "./load/load.ts";
import type { Generator } from "./load/send-load.ts";
import { startPeer } from "./peers/start-peer.ts";
import { processorSeconds } from "./processes.ts";
import { quantileOf, type Spread, spreadOf } from "./statistics.ts";

export interface PredictArm {
  requestsPerSecond: Spread;
  /** Microseconds of processor time that the server used for a request; null where that can't be read. */
  processorTime: Spread | null;
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
  /** The process that serves it. */
  pid: number;
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
  const { graphqlUrl, pid, artifact, generator, rounds, seconds, signal, say } = options;
  await using yoga = await startPeer("bare-yoga", artifact, signal);
  await using http = await startPeer("bare-http", artifact, signal);
  const arms = [
    { name: "product", url: graphqlUrl, pid, body: productBody },
    { name: "yoga", url: yoga.url, pid: yoga.pid, body: yogaBody },
    { name: "http", url: http.url, pid: http.pid, body: JSON.stringify(input) },
  ] as const;
  for (const arm of arms) await runRound(generator, arm, 8, 3);
  const results: PredictResult[] = [];
  for (const connections of [1, 8, 32]) {
    const taken = { product: [] as Round[], yoga: [] as Round[], http: [] as Round[] };
    for (let round = 0; round < rounds; round += 1) {
      for (const arm of arms) taken[arm.name].push(await runRound(generator, arm, connections, seconds));
    }
    const { product } = taken;
    const result = {
      connections,
      product: summaryOf(product, product),
      yoga: summaryOf(taken.yoga, product),
      http: summaryOf(taken.http, product),
    };
    results.push(result);
    const { requestsPerSecond } = result.product;
    const share = result.yoga.ratio.median.toFixed(2);
    say(`predict, ${connections} connections: ${requestsPerSecond.median.toFixed(0)}/s, ${share} of bare Yoga`);
  }
  return results;
}

interface Round extends LoadResult {
  processorTime: number | null;
}

async function runRound(
  generator: Generator,
  { url, pid, body }: { url: string; pid: number; body: string },
  connections: number,
  seconds: number,
): Promise<Round> {
  const before = processorSeconds(pid);
  const result = await generator.send({ url, body, connections, until: { seconds }, answerHolds });
  const after = processorSeconds(pid);
  const used = before === null || after === null ? null : after - before;
  return { ...result, processorTime: used === null ? null : (used * 1e6) / result.latencies.length };
}

function summaryOf(rounds: readonly Round[], product: readonly Round[]): PredictArm {
  const latencies = rounds.flatMap((round) => round.latencies).sort((a, b) => a - b);
  const processorTimes = rounds.flatMap(({ processorTime }) => processorTime ?? []);
  return {
    requestsPerSecond: spreadOf(rounds.map((round) => round.requestsPerSecond)),
    processorTime: processorTimes.length > 0 ? spreadOf(processorTimes) : null,
    p50: quantileOf(latencies, 0.5),
    p99: quantileOf(latencies, 0.99),
    ratio: spreadOf(product.map((round, index) => round.requestsPerSecond / (rounds[index]?.requestsPerSecond ?? NaN))),
  };
}
