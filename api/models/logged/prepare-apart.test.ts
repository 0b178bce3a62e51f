import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { encodeModel, type OnnxGraph } from "../../training/onnx/onnx-model.ts";
import { bytes, integer, join, message, string } from "../../training/onnx/protobuf.ts";
import { readFields } from "../onnx-file/wire.ts";
import type { LoggedDescription } from "./mlmodel.ts";
import { prepareApart, shortFile } from "./prepare-apart.ts";
import { prepareLogged } from "./prepare-logged.ts";

const graph: OnnxGraph = {
  name: "small",
  inputs: [{ name: "size", type: "double", shape: ["n", 1] }],
  outputs: [{ name: "y", type: "double", shape: ["n", 1] }],
  initializers: [{ name: "factor", dims: [1, 1], type: "double", data: new Uint8Array(new Float64Array([2]).buffer) }],
  nodes: [{ op: "Mul", inputs: ["size", "factor"], outputs: ["y"] }],
};
const description: LoggedDescription = {
  onnxPath: "model.onnx",
  inputs: [{ name: "size", columns: null }],
  outputs: [],
  said: {},
};

/** The model's file with another part in its graph. */
function fileWith(part: Uint8Array): Uint8Array {
  const fields = readFields(encodeModel(graph, {}));
  return join(
    fields.map(({ number, value, raw }) => (number === 7 ? bytes(7, join([value as Uint8Array, part])) : raw)),
  );
}

const long = fileWith(message(13, [string(1, "x".repeat(shortFile))]));

function work(onnx = long) {
  return { name: "small", text: "", description, onnx: Uint8Array.from(onnx), known: null };
}

/** A node with a list of numbers, each of which is a field of its own: it takes long to read. */
function longList(numbers: number): Uint8Array {
  const one = integer(8, 1);
  const list = new Uint8Array(one.length * numbers);
  for (let at = 0; at < list.length; at += one.length) list.set(one, at);
  const attribute = bytes(5, join([string(1, "many"), list]));
  return message(1, [string(1, "size"), string(2, "copy"), string(4, "Identity"), attribute]);
}

test("a thread makes the same of a file as this process would", async () => {
  const { onnx, ...rest } = work();
  const here = await prepareLogged(rest.name, rest.text, { description, onnx }, null);
  const there = await prepareApart(work());
  expect(there.definition).toEqual(here.definition);
  expect(Buffer.compare(there.file, here.file)).toBe(0);
});

test("a short file is prepared without one", async () => {
  const { file } = await prepareApart(work(encodeModel(graph, {})));
  expect(file.length).toBeLessThan(shortFile);
});

test("what is refused keeps its sentence and its kind", async () => {
  await expect(prepareApart(work(new Uint8Array(shortFile + 1).fill(255)))).rejects.toMatchObject({
    code: "INVALID_INPUT",
    message: expect.stringContaining("no ONNX model"),
  });
});

test("more than are worked on at a time wait for their turn, also behind one that is refused", async () => {
  const all = [work(), work(new Uint8Array(shortFile + 1)), work(), work(), work()].map((each) => prepareApart(each));
  const settled = await Promise.allSettled(all);
  expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled", "fulfilled"]);
});

test("other work goes on while a long file is read", async () => {
  let done = false;
  const refused = expect(prepareApart(work(fileWith(longList(2_000_000)))))
    .rejects.toMatchObject({ message: expect.stringContaining("onnxruntime can't open the ONNX file") })
    .finally(() => {
      done = true;
    });
  let turns = 0;
  while (!done) {
    await turn();
    turns += 1;
  }
  await refused;
  // Read here it would be a handful, however fast the machine.
  expect(turns).toBeGreaterThan(1_000);
});
