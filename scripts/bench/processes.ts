import { readdirSync, readFileSync } from "node:fs";

/** A process, and what it is run as. */
export interface ProcessInfo {
  pid: number;
  parent: number;
  command: string;
}

/**
 * Processes with all that are below them; none where there is no /proc.
 * @param roots process ids; those that are gone count as none
 */
export function processesUnder(roots: readonly number[]): ProcessInfo[] {
  if (process.platform !== "linux") return [];
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => read(Number(name)) ?? []);
  const found = new Map(all.filter(({ pid }) => roots.includes(pid)).map((info) => [info.pid, info]));
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const info of all) if (found.has(info.parent)) found.set(info.pid, info);
  }
  return [...found.values()];
}

function read(pid: number): ProcessInfo | undefined {
  try {
    // After the command's name, which is in parentheses and may hold anything: field 3 is the state, field 4 the parent.
    const [state, parent] = readFileSync(`/proc/${pid}/stat`, "latin1")
      .replace(/^.*\) /s, "")
      .split(" ");
    if (state === "Z") return undefined;
    return {
      pid,
      parent: Number(parent),
      command: readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim(),
    };
  } catch {
    return undefined;
  }
}

/** Proportional set size in bytes: memory that processes share is counted once over all of them. @throws when it can't be read */
export function proportionalSetSize(pid: number): number {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(text)?.[1];
  if (kilobytes === undefined) throw new Error(`/proc/${pid}/smaps_rollup has no Pss`);
  return Number(kilobytes) * 1024;
}

/** The kernel counts in these; it is the same on every Linux that Node runs on. */
const ticksPerSecond = 100;

/** Processor time that a process has used so far, in its own code and in the kernel's, in seconds. Null where there is no /proc. */
export function processorSeconds(pid: number): number | null {
  if (process.platform !== "linux") return null;
  const fields = readFileSync(`/proc/${pid}/stat`, "latin1")
    .replace(/^.*\) /s, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}
