import autocannon from "autocannon";
import type { Load, LoadReply, LoadResult } from "./load.ts";

/** The load generator's process: runs each load that it is sent, one after the other, and ends with its starter. */
process.on("message", (load: Load) => {
  run(load).then(
    (result) => reply({ result }),
    (error) =>
      reply({
        failure: error instanceof Error ? error.message : String(error),
      }),
  );
});
process.on("disconnect", () => process.exit());
// Ctrl-C reaches every process of a terminal; the starter decides when this one ends.
process.on("SIGINT", () => {});

function reply(message: LoadReply): void {
  process.send?.(message);
}

async function run({ url, body, connections, until, answerHolds }: Load): Promise<LoadResult> {
  const latencies: number[] = [];
  let wrong = "";
  const started = performance.now();
  let ended = started;
  const instance = autocannon({
    url,
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body,
    connections,
    ...("seconds" in until ? { duration: until.seconds } : { amount: until.requests }),
    sampleInt: 50,
    timeout: 30,
    verifyBody(answer) {
      if (answer.includes(answerHolds)) return true;
      wrong ||= answer;
      return false;
    },
  });
  instance.on("response", (_client: unknown, _status: number, _bytes: number, milliseconds: number) => {
    latencies.push(milliseconds);
    ended = performance.now();
  });
  const { errors, mismatches, non2xx } = await instance;
  if (errors + mismatches + non2xx > 0 || latencies.length === 0) {
    throw new Error(
      `${url}: ${latencies.length} answers, ${errors} errors, ${non2xx} not 2xx, ${mismatches} wrong, as: ${wrong.slice(0, 500)}`,
    );
  }
  return {
    requestsPerSecond: latencies.length / ((ended - started) / 1000),
    latencies,
  };
}
