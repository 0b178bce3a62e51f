import { InvalidInputError } from "../../platform/errors.ts";
import { bytesOf, integersOf, readFields, textOf, textsOf, WireError, type WireField } from "./wire.ts";

/** Element types of tensors that inputs and outputs may have here. Numbers are those of onnx.proto. */
const elementTypes: Readonly<Record<number, ElementType>> = {
  1: "float",
  6: "int32",
  7: "int64",
  8: "string",
  9: "bool",
  11: "double",
};
export type ElementType = "float" | "double" | "int32" | "int64" | "string" | "bool";

export interface OnnxPort {
  name: string;
  /** Null: no tensor, or of a type that nothing here works with. */
  type: ElementType | null;
  /** A size that is not fixed is null. Null when the file does not tell the shape. */
  shape: (number | null)[] | null;
}

export interface OnnxOperation {
  op: string;
  domain: string;
  inputs: string[];
  outputs: string[];
  /** Lists of texts or whole numbers: of the attributes those that say which categories and classes there are. */
  lists: Map<string, string[]>;
}

/** What a file says of itself, as far as it is looked at here. */
export interface OnnxFile {
  producer: string;
  opset: number;
  /** Without those that have a value in the file. */
  inputs: OnnxPort[];
  outputs: OnnxPort[];
  operations: OnnxOperation[];
  /** What its maker wrote beside the graph. */
  notes: Map<string, string>;
}

/** A file longer than this is not registered: it is held in memory whole when it predicts. */
export const largestOnnx = 200 * 1024 * 1024;
/** What onnxruntime has itself. Other operators come of libraries that would have to run here. */
const knownDomains = ["", "ai.onnx", "ai.onnx.ml"];
const deepestGraph = 12;
/** Attributes that say which categories and classes there are. A forest has lists of millions beside them, which nobody asks for. */
const telling = /^(?:cats|keys|classlabels)_/;
/** What of an attribute may hold tensors or graphs, and what of a tensor says where its values are: the values themselves are passed over. */
const holding = new Set([5, 6, 10, 11, 22, 23]);
const placing = new Set([13, 14]);
const name = { ofTensor: new Set([8]), ofAttribute: new Set([1]) };

/** Before it is read into memory. @throws {InvalidInputError} */
export function checkOnnxSize(bytes: number | bigint): void {
  if (bytes <= largestOnnx) return;
  throw new InvalidInputError(
    `The ONNX file has ${bytes} bytes; the most is ${largestOnnx}. A smaller model, or fewer trees, would do.`,
  );
}

/**
 * Reads an ONNX file, running nothing of it.
 * @throws {InvalidInputError} when it is none, is too long, needs custom operators, or keeps its weights elsewhere
 */
export function readOnnx(bytes: Uint8Array): OnnxFile {
  checkOnnxSize(bytes.length);
  try {
    return readModel(bytes);
  } catch (error) {
    if (error instanceof WireError) throw new InvalidInputError(`The file is no ONNX model: it ${error.message}.`);
    throw error;
  }
}

function readModel(bytes: Uint8Array): OnnxFile {
  const model = readFields(bytes);
  const [graphBytes, another] = bytesOf(model, 7);
  if (!graphBytes) throw new WireError("has no graph");
  // Whoever runs it would make one of them: what is checked has to be what runs.
  if (another) throw new WireError("has more than one graph");
  if (bytesOf(model, 25).length > 0) {
    throw new InvalidInputError(
      "The ONNX file has functions of its own. Only the operators of ONNX itself run here: put the functions' operators in their place (onnx.inliner.inline_local_functions) and log it again.",
    );
  }
  const graph = readFields(graphBytes);
  checkGraph(graph, 0);
  const initialized = new Set(bytesOf(graph, 5).map((tensor) => textOf(readFields(tensor, name.ofTensor), 8)));
  const opsets = bytesOf(model, 8).map((opset) => readFields(opset));
  const own = opsets.find((opset) => ["", "ai.onnx"].includes(textOf(opset, 1)));
  return {
    producer: textOf(model, 2),
    opset: Number(own ? (integersOf(own, 2)[0] ?? 0n) : 0n),
    inputs: bytesOf(graph, 11)
      .map(readPort)
      .filter(({ name }) => !initialized.has(name)),
    outputs: bytesOf(graph, 12).map(readPort),
    operations: bytesOf(graph, 1).map((node) => readOperation(readFields(node))),
    notes: new Map(
      bytesOf(model, 14).map((note) => {
        const fields = readFields(note);
        return [textOf(fields, 1), textOf(fields, 2)];
      }),
    ),
  };
}

/** @throws {InvalidInputError} */
function checkGraph(graph: readonly WireField[], depth: number): void {
  if (depth > deepestGraph) throw new WireError("has graphs too deep in one another");
  for (const tensor of bytesOf(graph, 5)) checkTensor(tensor);
  for (const sparse of bytesOf(graph, 15)) checkSparse(sparse);
  for (const node of bytesOf(graph, 1)) {
    const fields = readFields(node);
    const domain = textOf(fields, 7);
    if (!knownDomains.includes(domain)) {
      throw new InvalidInputError(
        `The ONNX file needs the custom operator ${domain}.${textOf(fields, 4)}. Only the operators of ONNX itself (ai.onnx, ai.onnx.ml) run here.`,
      );
    }
    for (const attribute of bytesOf(fields, 5)) {
      const parts = readFields(attribute, holding);
      for (const number of [5, 10]) for (const tensor of bytesOf(parts, number)) checkTensor(tensor);
      for (const number of [22, 23]) for (const sparse of bytesOf(parts, number)) checkSparse(sparse);
      for (const number of [6, 11])
        for (const inner of bytesOf(parts, number)) checkGraph(readFields(inner), depth + 1);
    }
  }
}

function checkSparse(sparse: Uint8Array): void {
  const parts = readFields(sparse);
  for (const part of [1, 2]) for (const tensor of bytesOf(parts, part)) checkTensor(tensor);
}

/** Any place but the file itself is refused: a number that is not 0 here may be cut to one that is "external" there. */
function checkTensor(tensor: Uint8Array): void {
  if (!readFields(tensor, placing).some(({ number, value }) => number === 13 || (number === 14 && value !== 0n)))
    return;
  throw new InvalidInputError(
    "The ONNX file keeps its weights in another file (external data). Log it as one file: mlflow.onnx.log_model(…, save_as_external_data=False).",
  );
}

function readPort(bytes: Uint8Array): OnnxPort {
  const fields = readFields(bytes);
  const name = textOf(fields, 1);
  const [type] = bytesOf(fields, 2);
  const [tensorBytes] = type ? bytesOf(readFields(type), 1) : [];
  if (!tensorBytes) return { name, type: null, shape: null };
  const tensor = readFields(tensorBytes);
  const [shape] = bytesOf(tensor, 2);
  return {
    name,
    type: elementTypes[Number(integersOf(tensor, 1).at(-1) ?? 0n)] ?? null,
    shape: shape ? bytesOf(readFields(shape), 1).map(sizeOf) : null,
  };
}

function sizeOf(dimension: Uint8Array): number | null {
  const size = Number(integersOf(readFields(dimension), 1).at(-1) ?? 0n);
  return size > 0 ? size : null;
}

function readOperation(node: readonly WireField[]): OnnxOperation {
  const lists = new Map<string, string[]>();
  for (const attribute of bytesOf(node, 5)) {
    const called = textOf(readFields(attribute, name.ofAttribute), 1);
    if (!telling.test(called)) continue;
    const fields = readFields(attribute);
    const texts = textsOf(fields, 9);
    const list = texts.length > 0 ? texts : integersOf(fields, 8).map(String);
    if (list.length > 0) lists.set(called, list);
  }
  return { op: textOf(node, 4), domain: textOf(node, 7), inputs: textsOf(node, 1), outputs: textsOf(node, 2), lists };
}
