import { Worker } from "node:worker_threads";
import { type CheckedPage, checkQuickly } from "./check-page.ts";

export interface PageCheckers {
  /** How many pages are checked at a time. */
  readonly count: number;
  /** Null: see checkQuickly. */
  check(page: string): Promise<CheckedPage | null>;
  close(): Promise<void>;
}

/** Threads that check pages, so that hashing a long log holds up nothing else in this process. */
export function openPageCheckers(count: number): PageCheckers {
  const idle: Worker[] = [];
  const waiting: ((worker: Worker) => void)[] = [];
  const all = Array.from({ length: count }, () => new Worker(new URL("./check-page-worker.ts", import.meta.url)));
  idle.push(...all);
  const free = (worker: Worker) => {
    const next = waiting.shift();
    if (next) next(worker);
    else idle.push(worker);
  };
  return {
    count,
    async check(page) {
      const worker = idle.pop() ?? (await new Promise<Worker>((resolve) => waiting.push(resolve)));
      try {
        return await ask(worker, page);
      } finally {
        free(worker);
      }
    },
    async close() {
      await Promise.all(all.map((worker) => worker.terminate()));
    },
  };
}

/** For a log that is checked before a thread would have started. */
export const checkedHere: PageCheckers = {
  count: 1,
  check: async (page) => checkQuickly(page),
  close: async () => {},
};

function ask(worker: Worker, page: string): Promise<CheckedPage | null> {
  return new Promise((resolve, reject) => {
    const onMessage = (checked: CheckedPage | null) => settle(() => resolve(checked));
    const onError = (error: Error) => settle(() => reject(error));
    const onExit = () => settle(() => reject(new Error("a thread that checks the audit log ended")));
    const settle = (done: () => void) => {
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      done();
    };
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.postMessage(page);
  });
}
