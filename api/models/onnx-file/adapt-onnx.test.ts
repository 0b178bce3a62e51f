import { Tensor } from "onnxruntime-node";
import { describe, expect, test } from "vitest";
import { openSession } from "../../predictions/onnx-session.ts";
import { encodeModel, int64s, type OnnxGraph } from "../../training/onnx/onnx-model.ts";
import { bytes, integer, join, message, string } from "../../training/onnx/protobuf.ts";
import { adaptOnnx } from "./adapt-onnx.ts";
import { readOnnx } from "./read-onnx.ts";
import { categoriesOf, classesOf } from "./trace.ts";
import { readFields, WireError } from "./wire.ts";

/** Two inputs that are no features' names, one encoded; a label, and shares of two classes. */
const graph: OnnxGraph = {
  name: "other",
  inputs: [
    { name: "Colour Of It", type: "string", shape: ["n"] },
    { name: "probabilities", type: "double", shape: ["n", 1] },
  ],
  outputs: [
    { name: "y", type: "string", shape: ["n"] },
    { name: "shares", type: "float", shape: ["n", 2] },
  ],
  initializers: [
    { name: "label", dims: [1, 1], type: "float", data: new Uint8Array(new Float32Array([0.25]).buffer) },
    { name: "two", dims: [2], type: "int64", data: new Uint8Array(new BigInt64Array([-1n, 1n]).buffer) },
  ],
  nodes: [
    {
      op: "LabelEncoder",
      domain: "ai.onnx.ml",
      inputs: ["Colour Of It"],
      outputs: ["code"],
      attributes: { keys_strings: ["red", "green"], values_int64s: int64s([0, 1]) },
    },
    {
      op: "LabelEncoder",
      domain: "ai.onnx.ml",
      inputs: ["code"],
      outputs: ["y"],
      attributes: { keys_int64s: int64s([0, 1]), values_strings: ["no", "yes"] },
    },
    { op: "Cast", inputs: ["probabilities"], outputs: ["given"], attributes: { to: 1 } },
    { op: "Mul", inputs: ["given", "label"], outputs: ["first"] },
    { op: "Sub", inputs: ["given", "first"], outputs: ["second"] },
    { op: "Concat", inputs: ["first", "second"], outputs: ["shares"], attributes: { axis: 1 } },
  ],
};
const file = encodeModel(graph, { classes: '["no","yes"]' });

describe("reading an ONNX file", () => {
  test("inputs, outputs and what encoders know", () => {
    const read = readOnnx(file);
    expect(read.inputs).toEqual([
      { name: "Colour Of It", type: "string", shape: [null] },
      { name: "probabilities", type: "double", shape: [null, 1] },
    ]);
    expect(read.outputs.map(({ name }) => name)).toEqual(["y", "shares"]);
    expect(categoriesOf(read, "Colour Of It")).toEqual(["red", "green"]);
    expect(categoriesOf(read, "probabilities")).toBeNull();
    expect(classesOf(read)).toEqual(["no", "yes"]);
  });

  test("of what operators hold, only lists that name categories and classes are read", () => {
    const ints = (name: string, values: number[]) =>
      message(5, [string(1, name), ...values.map((value) => integer(8, value))]);
    const trees = message(1, [ints("nodes_treeids", [0, 0, 1]), ints("classlabels_int64s", [3, 300])]);
    const [operation] = readOnnx(message(7, [trees])).operations;
    expect([...(operation?.lists ?? [])]).toEqual([["classlabels_int64s", ["3", "300"]]]);
  });

  test("an operator of another domain is refused by its name", () => {
    const own = join([message(7, [message(1, [string(4, "Steal"), string(7, "com.example")])])]);
    expect(() => readOnnx(own)).toThrow("custom operator com.example.Steal");
  });

  test("also inside of a graph that a node holds", () => {
    const inner = message(6, [message(1, [string(4, "Steal"), string(7, "com.example")])]);
    const outer = message(7, [message(1, [string(4, "If"), bytes(5, inner)])]);
    expect(() => readOnnx(outer)).toThrow("custom operator com.example.Steal");
  });

  const attribute = (parts: Uint8Array[]) => message(1, [string(4, "Constant"), message(5, parts)]);
  test.each([
    ["an initializer", message(5, [string(8, "w"), integer(14, 1)])],
    ["a number that is cut to 1", message(5, [integer(14, 0x1_0000_0001)])],
    ["a list of numbers", message(5, [bytes(14, Uint8Array.of(1, 7))])],
    ["1, then 0", message(5, [integer(14, 1), bytes(14, Uint8Array.of(0))])],
    ["a path alone", message(5, [message(13, [string(1, "location"), string(2, "w.bin")])])],
    ["a sparse initializer", message(15, [message(1, [integer(14, 1)])])],
    ["an attribute", attribute([message(5, [integer(14, 1)])])],
    ["a sparse attribute", attribute([message(22, [message(2, [integer(14, 1)])])])],
    ["one of several sparse attributes", attribute([message(23, []), message(23, [message(1, [integer(14, 1)])])])],
  ])("weights in another file are refused: %s", (_what, part) => {
    expect(() => readOnnx(message(7, [part]))).toThrow("external data");
  });

  test("functions and a second graph are refused: nobody looked at what is in them", () => {
    expect(() => readOnnx(join([message(7, []), message(25, [string(1, "own")])]))).toThrow("functions of its own");
    expect(() => readOnnx(join([message(7, []), message(7, [])]))).toThrow("more than one graph");
  });

  test("graphs without end are refused before the stack is full", () => {
    let deep = message(7, []);
    for (let depth = 0; depth < 40; depth += 1) {
      const graph = depth === 39 ? 7 : 6;
      deep = message(graph, [message(1, [string(4, "If"), bytes(5, deep)])]);
    }
    expect(() => readOnnx(deep)).toThrow();
  });

  test("no cut of a file passes, and none is a fault", () => {
    for (let length = 0; length < file.length; length += 7) {
      try {
        readOnnx(file.subarray(0, length));
      } catch (error) {
        expect(error).toMatchObject({ code: "INVALID_INPUT" });
      }
    }
    expect(() => readFields(Uint8Array.of(0x0a, 0xff))).toThrow(WireError);
  });
});

describe("a file with our inputs and outputs", () => {
  const [colour, number] = readOnnx(file).inputs;
  if (!colour || !number) throw new Error("the file has two inputs");
  const inputs = [
    { port: colour, features: [{ name: "label_of_it", kind: "CATEGORICAL" as const }] },
    { port: number, features: [{ name: "size", kind: "NUMERIC" as const }] },
  ];

  test.each([
    [
      [0, 1],
      [0.5, 1.5],
    ],
    [
      [1, 0],
      [1.5, 0.5],
    ],
  ])("says what the file says, its classes in the order %j", async (columns, expected) => {
    const outputs = { kind: "CLASS" as const, label: "y", probabilities: "shares", zipMaps: [], columns };
    const session = await openSession(adaptOnnx(file, { inputs, outputs }));
    expect(session.inputNames.toSorted()).toEqual(["label_of_it", "size"]);
    const answer = await session.run({
      label_of_it: new Tensor("string", ["green", "red"], [2, 1]),
      size: new Tensor("float32", Float32Array.of(2, 4), [2, 1]),
    });
    expect(answer.label?.data).toEqual(["yes", "no"]);
    expect(Array.from((answer.probabilities?.data ?? []) as Float32Array).slice(0, 2)).toEqual(expected);
    await session.release();
  });

  test("a number", async () => {
    const plain = encodeModel({ ...graph, outputs: [{ name: "first", type: "float", shape: ["n", 1] }] }, {});
    const outputs = { kind: "NUMBER" as const, value: "first" };
    const session = await openSession(adaptOnnx(plain, { inputs, outputs }));
    const answer = await session.run({
      label_of_it: new Tensor("string", ["red"], [1, 1]),
      size: new Tensor("float32", Float32Array.of(2), [1, 1]),
    });
    expect(answer.value?.data[0]).toBe(0.5);
    await session.release();
  });
});
