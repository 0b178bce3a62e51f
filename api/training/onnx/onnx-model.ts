import { bytes, type Field, integer, join, message, string } from "./protobuf.ts";

/** The parts of ONNX that trained models need. Field numbers below are those of onnx.proto (IR 10). */
export interface OnnxGraph {
  name: string;
  inputs: OnnxValue[];
  outputs: OnnxValue[];
  initializers: OnnxTensor[];
  nodes: OnnxNode[];
}
export interface OnnxValue {
  name: string;
  type: "float" | "double" | "string";
  /** A text is a dimension of any size. */
  shape: (number | string)[];
}
export interface OnnxTensor {
  name: string;
  dims: number[];
  type: keyof typeof elementTypes;
  /** Little-endian. */
  data: Uint8Array;
}
export interface OnnxNode {
  op: string;
  domain?: "ai.onnx.ml";
  inputs: string[];
  outputs: string[];
  /** A number is an INT, a text array STRINGS, a BigInt64Array INTS. */
  attributes?: Record<string, number | readonly string[] | BigInt64Array>;
}

const irVersion = 10;
const opset = 21;
const machineLearningOpset = 5;
const elementTypes = { float: 1, int64: 7, string: 8, double: 11 } as const;
const attributeTypes = { int: 2, ints: 7, strings: 8 } as const;

export function doubles(name: string, dims: number[], values: readonly number[]): OnnxTensor {
  const data = new DataView(new ArrayBuffer(8 * values.length));
  for (const [index, value] of values.entries()) data.setFloat64(8 * index, value, true);
  return { name, dims, type: "double", data: new Uint8Array(data.buffer) };
}

export function int64s(values: readonly number[]): BigInt64Array {
  return BigInt64Array.from(values, BigInt);
}

/** The bytes of an ONNX file; the same graph and metadata give the same bytes. */
export function encodeModel(graph: OnnxGraph, metadata: Record<string, string>): Uint8Array {
  return join([
    integer(1, irVersion),
    string(2, "modelwright"),
    message(7, [
      ...graph.nodes.map((node, index) => message(1, nodeFields(node, index))),
      string(2, graph.name),
      ...graph.initializers.map((tensor) => message(5, tensorFields(tensor))),
      ...graph.inputs.map((value) => message(11, valueFields(value))),
      ...graph.outputs.map((value) => message(12, valueFields(value))),
    ]),
    message(8, [string(1, ""), integer(2, opset)]),
    message(8, [string(1, "ai.onnx.ml"), integer(2, machineLearningOpset)]),
    ...Object.entries(metadata).map(([key, value]) => message(14, [string(1, key), string(2, value)])),
  ]);
}

function nodeFields({ op, domain, inputs, outputs, attributes = {} }: OnnxNode, index: number): Field[] {
  return [
    ...inputs.map((name) => string(1, name)),
    ...outputs.map((name) => string(2, name)),
    string(3, `${op}_${index}`),
    string(4, op),
    ...Object.entries(attributes).map(([name, value]) => message(5, [string(1, name), ...attributeFields(value)])),
    ...(domain ? [string(7, domain)] : []),
  ];
}

function attributeFields(value: number | readonly string[] | BigInt64Array): Field[] {
  if (typeof value === "number") return [integer(3, value), integer(20, attributeTypes.int)];
  if (value instanceof BigInt64Array) {
    return [...Array.from(value, (item) => integer(8, item)), integer(20, attributeTypes.ints)];
  }
  return [...value.map((item) => string(9, item)), integer(20, attributeTypes.strings)];
}

function tensorFields({ name, dims, type, data }: OnnxTensor): Field[] {
  return [...dims.map((dim) => integer(1, dim)), integer(2, elementTypes[type]), string(8, name), bytes(9, data)];
}

function valueFields({ name, type, shape }: OnnxValue): Field[] {
  const dimensions = shape.map((dim) => message(1, [typeof dim === "number" ? integer(1, dim) : string(2, dim)]));
  return [string(1, name), message(2, [message(1, [integer(1, elementTypes[type]), message(2, dimensions)])])];
}
