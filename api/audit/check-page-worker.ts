import { parentPort } from "node:worker_threads";
import { checkQuickly } from "./check-page.ts";

/** Checks pages of the audit log beside the process's other work: a page in, what it came to out. */
parentPort?.on("message", (page: string) => parentPort?.postMessage(checkQuickly(page)));
