import { Worker } from "node:worker_threads";
import { InvalidInputError } from "../../platform/errors.ts";
import type { ModelDefinition } from "../definitions/define-model.ts";
import type { LoggedDescription } from "./mlmodel.ts";
import { type PreparedModel, prepareLogged } from "./prepare-logged.ts";

/** What a thread is given to prepare. */
export interface ToPrepare {
  name: string;
  /** The model's description, where its name was reserved with one. */
  text: string;
  description: LoggedDescription;
  onnx: Uint8Array<ArrayBuffer>;
  known: ModelDefinition | null;
}

/** What came of it: errors lose their class on the way between threads. */
export type Prepared =
  | { kind: "prepared"; model: PreparedModel }
  | { kind: "refused"; message: string; issues: InvalidInputError["issues"] };

/** A file of so many bytes is read in less time than a thread takes to start. */
export const shortFile = 64 * 1024;
/** Files that are worked on at a time: each is in memory several times over. */
const mostAtATime = 2;
const waiting: (() => void)[] = [];
let busy = 0;

/**
 * As `prepareLogged`, in a thread of its own: a file of 200 MiB is read through several times, which would hold up everything else that this
 * process does; a short one is prepared here. The bytes go over to the thread: the caller has them no more.
 * @throws {InvalidInputError} saying why it can't serve
 */
export async function prepareApart(work: ToPrepare): Promise<PreparedModel> {
  const { name, text, description, onnx, known } = work;
  if (onnx.length <= shortFile) return prepareLogged(name, text, { description, onnx }, known);
  if (busy === mostAtATime) await new Promise<void>((resolve) => waiting.push(resolve));
  else busy += 1;
  try {
    const prepared = await inThread(work);
    if (prepared.kind === "refused") throw new InvalidInputError(prepared.message, prepared.issues);
    return prepared.model;
  } finally {
    // Its place goes to who waits longest, who is counted already.
    const next = waiting.shift();
    if (next) next();
    else busy -= 1;
  }
}

function inThread(work: ToPrepare): Promise<Prepared> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./prepare-worker.ts", import.meta.url), {
      workerData: work,
      transferList: [work.onnx.buffer],
    });
    worker.once("message", resolve);
    worker.once("error", (error) => reject(isOutOfMemory(error) ? new InvalidInputError(tooMuch) : error));
    worker.once("exit", () => reject(new Error("the thread that prepares a logged model ended")));
  });
}

const tooMuch = "Reading the ONNX file takes more memory than there is. A smaller model, or fewer trees, would do.";

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}
