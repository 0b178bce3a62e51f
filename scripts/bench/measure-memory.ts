import { pause } from "./graphql.ts";
import { processesUnder, proportionalSetSize } from "./processes.ts";
import { apiCommand, type Service } from "./service.ts";

export interface MemoryResult {
  idleSeconds: number;
  parts: { name: string; processes: number; bytes: number }[];
  totalBytes: number;
}

/** In this order; the first that fits a process's command names it. */
const parts: readonly [name: string, command: RegExp][] = [
  ["API and web", apiCommand],
  ["worker", /--role=worker/],
  ["supervisor", /start\.mjs|supervisor/],
  ["PostgreSQL", /postgres/],
  ["npm and its shell", /\bnpm\b|\bsh\b/],
];

/** Memory of all processes after `idleSeconds` in which nothing is asked of them. Linux only: null elsewhere. */
export async function measureMemory(
  service: Service,
  idleSeconds: number,
  signal: AbortSignal,
): Promise<MemoryResult | null> {
  if (process.platform !== "linux") return null;
  await pause(idleSeconds * 1000, signal);
  const found = new Map<string, { processes: number; bytes: number }>();
  for (const { pid, command } of processesUnder(service.rootProcesses())) {
    const name = parts.find(([, pattern]) => pattern.test(command))?.[0] ?? command.slice(0, 60);
    const { processes, bytes } = found.get(name) ?? { processes: 0, bytes: 0 };
    found.set(name, {
      processes: processes + 1,
      bytes: bytes + proportionalSetSize(pid),
    });
  }
  const measured = [...found].map(([name, part]) => ({ name, ...part }));
  return {
    idleSeconds,
    parts: measured,
    totalBytes: measured.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
