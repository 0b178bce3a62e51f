import { InvalidInputError } from "../../platform/errors.ts";
import type { OnnxFile, OnnxPort } from "../onnx-file/read-onnx.ts";
import { categoriesOf } from "../onnx-file/trace.ts";
import type { LoggedDescription } from "./mlmodel.ts";

/** A feature as a logged file takes it. */
export interface LoggedFeature {
  /** Fit for a definition. */
  name: string;
  /** As the program named it. */
  label: string;
  /** The values of a category, as far as they are known; null of a number. */
  categories: string[] | null;
  kind: "CATEGORICAL" | "NUMERIC";
  integer: boolean;
}

export interface MatchedInput {
  port: OnnxPort;
  features: LoggedFeature[];
}

/** More would be no model that somebody can be asked about. */
const mostFeatures = 500;

/**
 * Which features a file's inputs are, by the signature: an input for each, or one whose columns they are.
 * @throws {InvalidInputError} when that can't be told, or an input is of a kind that no feature is
 */
export function matchInputs(file: OnnxFile, { inputs, said }: LoggedDescription): MatchedInput[] {
  for (const port of file.inputs) checkPort(port);
  const matched = byName(file, inputs) ?? byColumn(file, inputs);
  if (!matched) {
    throw new InvalidInputError(
      `The signature's inputs (${namesOf(inputs)}) are not those of the ONNX file (${namesOf(file.inputs)}). Log the model with a signature whose columns have the names of the file's inputs, or are the columns of its one input.`,
    );
  }
  const features = matched.map(({ port, names }) => ({
    port,
    features: names.map((label) => featureOf(file, port, label, names.length === 1, said.categories ?? {})),
  }));
  requireDistinct(features.flatMap((input) => input.features));
  return features;
}

interface NamedInput {
  port: OnnxPort;
  names: string[];
}

function byName({ inputs: ports }: OnnxFile, signature: LoggedDescription["inputs"]): NamedInput[] | null {
  const names = new Set(signature.map(({ name }) => name));
  if (names.size !== ports.length || !ports.every(({ name }) => names.has(name))) return null;
  if (ports.some(({ shape }) => (shape?.[1] ?? 1) > 1)) return null;
  return ports.map((port) => ({ port, names: [port.name] }));
}

function byColumn({ inputs: ports }: OnnxFile, signature: LoggedDescription["inputs"]): NamedInput[] | null {
  const [port] = ports;
  if (!port || ports.length > 1) return null;
  const [first] = signature;
  const tensor = signature.length === 1 && first?.columns ? first.columns : null;
  const names = tensor
    ? Array.from({ length: tensor }, (_, index) => `x${index + 1}`)
    : signature.flatMap(({ name }) => (name === null ? [] : [name]));
  const columns = port.shape?.[1] ?? names.length;
  return names.length > 0 && names.length === columns ? [{ port, names }] : null;
}

/** @throws {InvalidInputError} */
function checkPort({ name, type, shape }: OnnxPort): void {
  if (type === null || type === "bool") {
    throw new InvalidInputError(
      `The ONNX file's input ${name} is of a kind that no feature has here. Features are numbers or texts: tensors of float, double, int64, int32 or string.`,
    );
  }
  if (shape && (shape.length < 1 || shape.length > 2)) {
    throw new InvalidInputError(`The ONNX file's input ${name} has ${shape.length} dimensions; a table has two.`);
  }
  if (shape && shape[0] !== null && shape[0] !== 1) {
    throw new InvalidInputError(
      `The ONNX file takes ${shape[0]} rows at a time. Convert it with an open number of rows, as FloatTensorType([None, 1]) has it.`,
    );
  }
}

function featureOf(
  file: OnnxFile,
  port: OnnxPort,
  label: string,
  alone: boolean,
  said: Record<string, string[]>,
): LoggedFeature {
  const categories = said[label] ?? (alone ? categoriesOf(file, port.name) : null);
  const integer = port.type === "int64" || port.type === "int32";
  const kind = port.type === "string" || (integer && categories) ? "CATEGORICAL" : "NUMERIC";
  if (kind === "CATEGORICAL" && !alone) {
    throw new InvalidInputError(
      `The ONNX file takes texts as columns of one input (${port.name}). Convert it with an input for each column.`,
    );
  }
  return { name: featureName(label), label, kind, integer, categories: kind === "CATEGORICAL" ? categories : null };
}

/** A name as definitions have them: small letters, digits and underscores. */
export function featureName(label: string): string {
  const plain = label
    .normalize("NFKD")
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1_$2")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^_+|_+$/g, "");
  // A name of an output is no name for an input.
  return /^[a-z]/.test(plain) && !["label", "probabilities", "value"].includes(plain) ? plain : `x_${plain}`;
}

/** @throws {InvalidInputError} */
function requireDistinct(features: LoggedFeature[]): void {
  if (features.length > mostFeatures) {
    throw new InvalidInputError(`The model has ${features.length} features; the most is ${mostFeatures}.`);
  }
  const byFeature = new Map<string, string>();
  for (const { name, label } of features) {
    const other = byFeature.get(name);
    if (other !== undefined) {
      throw new InvalidInputError(`The inputs ${other} and ${label} would both be the feature ${name}. Rename one.`);
    }
    byFeature.set(name, label);
  }
}

function namesOf(ports: readonly { name: string | null }[]): string {
  const names = ports.slice(0, 12).map(({ name }) => (name ?? "one without a name").slice(0, 60));
  return [...names, ...(ports.length > 12 ? ["…"] : [])].join(", ") || "none";
}
