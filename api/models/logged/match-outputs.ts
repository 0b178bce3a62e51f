import { InvalidInputError } from "../../platform/errors.ts";
import type { OnnxFile, OnnxPort } from "../onnx-file/read-onnx.ts";
import { classesOf, zipMapOf } from "../onnx-file/trace.ts";
import type { Said } from "./mlmodel.ts";

/** What a logged file gives. */
export type LoggedOutputs =
  | {
      kind: "CLASS";
      label: string;
      /** The value that holds them, inside of the file maybe. */
      probabilities: string;
      zipMaps: string[];
      /** In the order of the probabilities. */
      classes: string[];
    }
  | { kind: "NUMBER"; value: string };

/**
 * What a file predicts: a class with the probability of each, or a number.
 * @throws {InvalidInputError} when it is neither, or it can't be told which classes there are
 */
export function matchOutputs(file: OnnxFile, said: Said): LoggedOutputs {
  const zipped = file.outputs.flatMap(({ name }) => {
    const found = zipMapOf(file, name);
    return found ? [{ output: name, ...found }] : [];
  });
  const numbers = file.outputs.filter(({ type }) => type === "float" || type === "double");
  const label = file.outputs.find(({ type }) => type === "int64" || type === "int32" || type === "string");
  if (!label) return numberOf(file, numbers);
  const [zip] = zipped;
  const table = numbers.find(({ shape }) => (shape?.length ?? 2) === 2);
  const probabilities = zip?.input ?? table?.name;
  if (!probabilities) {
    throw new InvalidInputError(
      "The ONNX file tells a class and no probabilities. Convert a classifier that has them (predict_proba).",
    );
  }
  const classes = zip?.classes ?? said.classes ?? classesOf(file);
  if (!classes) {
    throw new InvalidInputError(
      'The ONNX file does not tell which classes its probabilities are of. Say it: log_model(…, metadata={"modelwright": {"classes": […]}}), in the order of the probabilities.',
    );
  }
  const width = zip ? null : (table?.shape?.[1] ?? null);
  if (classes.length < 2 || new Set(classes).size !== classes.length || (width !== null && width !== classes.length)) {
    throw new InvalidInputError(
      `The ONNX file has ${width ?? classes.length} probabilities, of the classes ${classes.slice(0, 12).join(", ")}. A classification has two or more, each once.`,
    );
  }
  return { kind: "CLASS", label: label.name, probabilities, zipMaps: zipped.map(({ output }) => output), classes };
}

function numberOf(file: OnnxFile, numbers: OnnxPort[]): LoggedOutputs {
  const [only] = numbers;
  if (only && file.outputs.length === 1 && (only.shape?.[1] ?? 1) === 1) return { kind: "NUMBER", value: only.name };
  const names = file.outputs.slice(0, 12).map(({ name }) => name);
  throw new InvalidInputError(
    `The ONNX file gives ${names.join(", ") || "nothing"}. A model gives a class with its probabilities, or one number.`,
  );
}
