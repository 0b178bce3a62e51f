import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pythonEnvironment } from "../../../interop/python-environment.mjs";
import { quantileOf } from "../../statistics.ts";
import { startApi } from "../api-process.ts";
import type { Operation, Request } from "../operations.ts";
import { send } from "../send.ts";
import { startTheirServer } from "./their-server.ts";

export interface Compared {
  name: string;
  count: number;
  /** Milliseconds: this service's, and the MLflow server's. */
  ours: Measured;
  theirs: Measured;
}

interface Measured {
  p50: number;
  p95: number;
}

const rounds = 60;
/** Not measured: caches fill. */
const warmUps = 10;

/**
 * Asks this service and a real MLflow server the same, by MLflow's own API, on the same models and versions: one request here, one there,
 * in turn, so that whatever else the machine does is done to both.
 */
export async function compareWithMlflow(
  operations: readonly Operation[],
  { url, dataDir, signal, say }: { url: string; dataDir: string; signal: AbortSignal; say: (line: string) => void },
): Promise<Compared[]> {
  const dir = await mkdtemp(join(tmpdir(), "modelwright-bench-mlflow-"));
  try {
    await chmod(dir, 0o755);
    const { python } = await pythonEnvironment(say);
    say("scale: filling and starting a real MLflow server");
    await using theirs = await startTheirServer(url, { python, dir, signal });
    await using ours = await startApi(url, dataDir, signal);
    const compared: Compared[] = [];
    for (const { name, request } of operations) {
      const times: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
      for (let round = -warmUps; round < rounds; round += 1) {
        const asked = request(Math.random);
        const here = await timeOf(() => send(ours.url, asked, signal));
        const there = await timeOf(() => send(theirs.url, asTheyHaveIt(asked), signal));
        if (round < 0) continue;
        times.ours.push(here);
        times.theirs.push(there);
      }
      const row = { name, count: rounds, ours: measured(times.ours), theirs: measured(times.theirs) };
      say(`scale: ${name}: ${row.ours.p50.toFixed(1)} ms, MLflow's server ${row.theirs.p50.toFixed(1)} ms`);
      compared.push(row);
    }
    return compared;
  } finally {
    await rm(dir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The same API, without the folder that ours stands in. */
function asTheyHaveIt({ path, ...request }: Request): Request {
  return { ...request, path: path.replace(/^\/mlflow/, "") };
}

async function timeOf(act: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}

function measured(times: number[]): Measured {
  times.sort((a, b) => a - b);
  return { p50: quantileOf(times, 0.5), p95: quantileOf(times, 0.95) };
}
