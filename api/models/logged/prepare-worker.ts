import { parentPort, workerData } from "node:worker_threads";
import { InvalidInputError } from "../../platform/errors.ts";
import type { Prepared, ToPrepare } from "./prepare-apart.ts";
import { prepareLogged } from "./prepare-logged.ts";

/** Prepares one logged model beside the process's other work. */
const { name, text, description, onnx, known } = workerData as ToPrepare;

async function prepare(): Promise<Prepared> {
  try {
    return { kind: "prepared", model: await prepareLogged(name, text, { description, onnx }, known) };
  } catch (error) {
    if (error instanceof InvalidInputError) return { kind: "refused", message: error.message, issues: error.issues };
    throw error;
  }
}

parentPort?.postMessage(await prepare());
