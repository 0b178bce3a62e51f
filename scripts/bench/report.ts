import type { ChatArm } from "./measure-chat.ts";
import type { MemoryResult } from "./measure-memory.ts";
import type { PredictArm, PredictResult } from "./measure-predict.ts";
import { type Aim, ms, table } from "./report-parts.ts";
import type { ScaleResult } from "./scale/measure-scale.ts";
import { scaleAims, scaleSection } from "./scale/report.ts";
import type { Spread } from "./statistics.ts";

export interface Measured {
  machine: Record<string, string>;
  predict?: PredictResult[];
  chat?: ChatArm[];
  memory?: MemoryResult | null;
  /** Milliseconds from `npm start` to the first answer, in a folder that was started before. */
  laterStarts?: Spread & { count: number };
  scale?: ScaleResult;
}

/** The whole of docs/benchmarks.md. */
export function renderReport(measured: Measured): string {
  const { machine, predict, chat, memory, laterStarts, scale } = measured;
  return [
    "# Benchmarks",
    "",
    "Written by `npm run bench`; every number is from the run of this date on this machine. The loads come from a process of their own on",
    "loopback. What is compared is measured in turn within one run, so trust ratios more than milliseconds.",
    "",
    ...table(["", ""], Object.entries(machine)),
    "## Aims",
    "",
    ...table(
      ["What", "Aim", "Measured", ""],
      aimsOf(measured).map(({ what, aim, measured: value, met }) => [what, aim, value, met ? "met" : "**not met**"]),
    ),
    ...(predict ? predictSection(predict) : []),
    ...(chat ? chatSection(chat) : []),
    ...(laterStarts ? startSection(laterStarts) : []),
    ...(memory ? memorySection(memory) : []),
    ...(memory === null ? ["## Memory at rest", "", "Not measured: it is read from Linux's /proc.", ""] : []),
    ...(scale ? scaleSection(scale) : []),
    "## How to run it",
    "",
    "`npm run bench`, on a machine with nothing else to do; about ten minutes. It starts the product by `npm start` with its state in a",
    "temporary folder, and stops and removes everything at the end. `npm run bench -- --only predict,chat` prints a part (of `predict`, `chat`,",
    "`memory`, `start`, `scale`) and leaves this file as it is.",
    "",
    "## What it does not say",
    "",
    "- How it goes over a network, behind a proxy, or with PostgreSQL on another machine: everything is on loopback.",
    "- How it goes with two or more API processes, with large models, or with many rows in a request.",
    "- How fast chat is with a language model: the interpreter is the built-in one, and its own time is a small part.",
    "- How it goes with months of conversations in the database: it is new in each run, but for the part about a large registry.",
    "- The upper end of bare node:http: its generator, one process as well, is about as busy as the server is.",
    "",
  ].join("\n");
}

function aimsOf({ predict, chat, memory, laterStarts, scale }: Measured): Aim[] {
  const aims: Aim[] = [];
  for (const { connections, product, yoga } of predict ?? []) {
    const { median } = yoga.ratio;
    aims.push({
      what: `predict, ${connections} connections: share of bare Yoga's requests a second`,
      aim: "≥ 0.90",
      measured: median.toFixed(2),
      met: median >= 0.9,
    });
    if (connections === 8)
      aims.push({
        what: "predict, 8 connections: p99",
        aim: "< 10 ms",
        measured: ms(product.p99),
        met: product.p99 < 10,
      });
  }
  for (const { name, p95 } of chat?.slice(0, 2) ?? []) {
    aims.push({
      what: `chat, ${name}: p95`,
      aim: "< 60 ms",
      measured: ms(p95),
      met: p95 < 60,
    });
  }
  if (laterStarts) {
    const { max } = laterStarts;
    aims.push({
      what: "a later start: first answer, the slowest",
      aim: "< 5 s",
      measured: seconds(max),
      met: max < 5_000,
    });
  }
  if (memory) {
    aims.push({
      what: "memory at rest, all processes",
      aim: "< 600 MB",
      measured: megabytes(memory.totalBytes),
      met: memory.totalBytes < 600e6,
    });
  }
  if (scale) aims.push(...scaleAims(scale));
  return aims;
}

function predictSection(results: PredictResult[]): string[] {
  const row = (
    connections: number,
    name: string,
    { requestsPerSecond, processorTime, p50, p99, ratio }: PredictArm,
    product: boolean,
  ) => [
    String(connections),
    name,
    spread(requestsPerSecond, 0),
    processorTime ? `${spread(processorTime, 0)} µs` : "",
    ms(p50),
    ms(p99),
    product ? "" : spread(ratio, 2),
  ];
  return [
    "## Predict",
    "",
    "One row a request to the titanic model in production, the same ONNX file and session options behind each server: Modelwright's `predict`",
    "mutation (validation, permissions, limits, masking, typed errors); a bare GraphQL Yoga with one trivial mutation; and bare node:http with",
    "onnxruntime-node. Requests a second, the server's processor time, and ratios are the median of the rounds (least–most); latencies are over",
    "all rounds.",
    "",
    ...table(
      ["Connections", "Server", "Requests a second", "Processor time a request", "p50", "p99", "Modelwright ÷ this"],
      results.flatMap(({ connections, product, yoga, http }) => [
        row(connections, "Modelwright", product, true),
        row(connections, "bare Yoga", yoga, false),
        row(connections, "bare node:http", http, false),
      ]),
    ),
  ];
}

function chatSection(arms: ChatArm[]): string[] {
  return [
    "## A chat turn",
    "",
    "The `chat` mutation, from the message to the complete reply: “a boy in first class who boarded in Cherbourg”, answered by a prediction, with",
    "the built-in interpreter, one connection. A turn is kept, locked, understood, run through the agent's graph, and written with its events.",
    "“A woman in third class” is asked for the rest: then the run is written down too, to wait for the answer. The last row is one part alone:",
    "what is known of the models is read, and the message understood.",
    "",
    ...table(
      ["", "Requests", "p50", "p95", "p99", "Rounds' medians"],
      arms.map(({ name, count, p50, p95, p99, medians }) => [
        name,
        String(count),
        ms(p50),
        ms(p95),
        ms(p99),
        `${spread(medians, 1)} ms`,
      ]),
    ),
  ];
}

function startSection(starts: Spread & { count: number }): string[] {
  return [
    "## A later start",
    "",
    "`npm start` in a folder that was started before with nothing changed since, from the spawn of npm to the first answer of GraphQL.",
    "",
    ...table(
      ["Starts", "Median", "Least–most"],
      [[String(starts.count), seconds(starts.median), `${seconds(starts.min)}–${seconds(starts.max)}`]],
    ),
  ];
}

function memorySection({ idleSeconds, parts, totalBytes }: MemoryResult): string[] {
  return [
    "## Memory at rest",
    "",
    `Proportional set size (memory that processes share is counted once), after one training and the loads above, and ${idleSeconds} s of quiet.`,
    "",
    ...table(
      ["Part", "Processes", "Memory"],
      [
        ...parts
          .toSorted((a, b) => b.bytes - a.bytes)
          .map(({ name, processes, bytes }) => [name, String(processes), megabytes(bytes)]),
        ["all", String(parts.reduce((sum, { processes }) => sum + processes, 0)), megabytes(totalBytes)],
      ],
    ),
  ];
}

function spread({ median, min, max }: Spread, digits: number): string {
  return `${median.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
