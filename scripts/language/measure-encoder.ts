import { readFileSync } from "node:fs";
import { createIntentEncoder } from "../../api/language/built-in/encoder/index.ts";

/** Prints the latency of one message after another, and the memory that the encoder takes in this process. */
const file = new URL("../../api/language/evaluation/tuning-messages.jsonl", import.meta.url);
const messages = readFileSync(file, "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => String((JSON.parse(line) as { say: unknown }).say));
const longest = messages.join(" ");
const rounds = 4;

const before = process.memoryUsage().rss;
const opened = performance.now();
const encoder = await createIntentEncoder();
const openedMs = performance.now() - opened;
for (const message of messages) await encoder.classify([message]);

const times: number[] = [];
for (let round = 0; round < rounds; round += 1) for (const message of messages) times.push(await timed(message));
const full: number[] = [];
for (let round = 0; round < 200; round += 1) full.push(await timed(longest.slice(round * 7)));
const after = process.memoryUsage().rss;
await encoder.close();

const lines = [
  `version ${encoder.version}, opened in ${openedMs.toFixed(0)} ms`,
  `${times.length} messages: p50 ${share(times, 0.5)} ms, p95 ${share(times, 0.95)} ms`,
  `64 tokens: p50 ${share(full, 0.5)} ms, p95 ${share(full, 0.95)} ms`,
  `RSS ${megabytes(after)} MB, of which ${megabytes(after - before)} MB came with the encoder`,
];
process.stdout.write(`${lines.join("\n")}\n`);

async function timed(message: string): Promise<number> {
  const start = performance.now();
  await encoder.classify([message]);
  return performance.now() - start;
}

function share(values: readonly number[], part: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(1);
}

function megabytes(bytes: number): string {
  return (bytes / 1024 ** 2).toFixed(0);
}
