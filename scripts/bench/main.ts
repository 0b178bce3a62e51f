import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect, parseArgs } from "node:util";
import { putTitanicIntoProduction } from "./graphql.ts";
import { startGenerator } from "./load/send-load.ts";
import { describeMachine } from "./machine.ts";
import { measureChat } from "./measure-chat.ts";
import { measureMemory } from "./measure-memory.ts";
import { measurePredict } from "./measure-predict.ts";
import { type Measured, renderReport } from "./report.ts";
import { measureScale } from "./scale/measure-scale.ts";
import { projectRoot, startService } from "./service.ts";
import { spreadOf } from "./statistics.ts";

const parts = ["predict", "chat", "memory", "start", "scale"];
/** The first start may install and build; what comes after it takes under six minutes, and the large registry about as long again. */
const longestMs = 45 * 60_000;
/** Of the part "scale": what the product is to bear. */
const largeRegistry = { models: 10_000, versionsEach: 20, auditEvents: 1_000_000 };
const laterStarts = 5;

const { values } = parseArgs({
  options: { only: { type: "string" }, models: { type: "string" }, events: { type: "string" } },
});
const wanted = new Set(values.only?.split(",") ?? parts);
const unknown = [...wanted].filter((name) => !parts.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`Unknown part: ${unknown.join(", ")}. Parts: ${parts.join(", ")}.\n`);
  process.exit(2);
}

const interrupted = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) {
  process.on(name, () => interrupted.abort(`stopped by ${name}`));
}
const say = (line: string) => void process.stderr.write(`${line}\n`);

try {
  const report = renderReport(await measure(AbortSignal.any([interrupted.signal, AbortSignal.timeout(longestMs)])));
  if (values.only === undefined) {
    await writeFile(join(projectRoot, "docs/benchmarks.md"), report);
    say("Written to docs/benchmarks.md");
  }
  process.stdout.write(report);
} catch (error) {
  const reason = interrupted.signal.aborted ? interrupted.signal.reason : error;
  process.stderr.write(`The benchmark ended early: ${inspect(reason)}\n`);
  process.exitCode = 1;
}

async function measure(signal: AbortSignal): Promise<Measured> {
  const measured: Measured = { machine: describeMachine() };
  if (wanted.has("scale")) {
    const { models, events } = values;
    const size = {
      ...largeRegistry,
      ...(models ? { models: Number(models) } : {}),
      ...(events ? { auditEvents: Number(events) } : {}),
    };
    measured.scale = await measureScale(size, signal, say);
  }
  if (wanted.size === 1 && wanted.has("scale")) return measured;
  const dataDir = await mkdtemp(join(tmpdir(), "modelwright-bench-"));
  try {
    // Whoever PostgreSQL runs as has to pass through.
    await chmod(dataDir, 0o755);
    await measureRunning(measured, dataDir, signal);
    if (wanted.has("start")) measured.laterStarts = await measureLaterStarts(dataDir, signal);
  } finally {
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
  return measured;
}

async function measureRunning(measured: Measured, dataDir: string, signal: AbortSignal): Promise<void> {
  say("Starting the product");
  await using service = await startService(dataDir, signal);
  const { graphqlUrl } = service;
  const { artifactSha256 } = await putTitanicIntoProduction(graphqlUrl, signal);
  const artifact = join(dataDir, "artifacts", artifactSha256.slice(0, 2), artifactSha256);
  {
    await using generator = startGenerator(signal);
    if (wanted.has("predict")) {
      const pid = service.apiProcess();
      const load = { rounds: 10, seconds: 1.25 };
      measured.predict = await measurePredict({ graphqlUrl, pid, artifact, generator, ...load, signal, say });
    }
    if (wanted.has("chat")) {
      measured.chat = await measureChat({
        graphqlUrl,
        generator,
        rounds: 8,
        turns: 40,
        say,
      });
    }
  }
  if (wanted.has("memory")) measured.memory = await measureMemory(service, 20, signal);
}

async function measureLaterStarts(dataDir: string, signal: AbortSignal) {
  const times: number[] = [];
  for (let start = 0; start < laterStarts; start += 1) {
    await using service = await startService(dataDir, signal);
    times.push(service.firstAnswerMs);
    say(`a later start: ${(service.firstAnswerMs / 1000).toFixed(2)} s`);
  }
  return { ...spreadOf(times), count: times.length };
}
