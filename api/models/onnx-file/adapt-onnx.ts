import { bytes as bytesField, integer, join, message, string } from "../../training/onnx/protobuf.ts";
import type { ElementType, OnnxPort } from "./read-onnx.ts";
import { bytesOf, readFields, textOf, type WireField } from "./wire.ts";

/** How a file's inputs and outputs are those of a definition. */
export interface Adaptation {
  /** Each input of the file, and the features that it is made of: one, or a column each. */
  inputs: { port: OnnxPort; features: { name: string; kind: "CATEGORICAL" | "NUMERIC" }[] }[];
  outputs:
    | {
        kind: "CLASS";
        label: string;
        probabilities: string;
        /** The operators that turn probabilities into maps, left out: by the output that they make. */
        zipMaps: readonly string[];
        /** Which column of the file's probabilities each class has, in the definition's order. */
        columns: number[];
      }
    | { kind: "NUMBER"; value: string };
}

const elementNumbers = { float: 1, int32: 6, int64: 7, string: 8, bool: 9, double: 11 } as const satisfies Record<
  ElementType,
  number
>;
/** What of an attribute is a graph: without one it stays as it is, however long its lists are. */
const graphs = new Set([6, 11]);
/** The file's own names stand behind this, so that none is one of ours. */
const prefix = "logged/";
/** Of a file that names no set of plain operators: ours need one. */
const opsetOfOwn = 13;

/**
 * The same model with the inputs and outputs that versions have here: an input for each feature (text, or float), and `label` with
 * `probabilities`, or `value`. Nothing that is computed changes: values are passed on, cast, and put side by side.
 */
export function adaptOnnx(file: Uint8Array, { inputs, outputs }: Adaptation): Uint8Array {
  const model = readFields(file);
  const hasOwnOpset = bytesOf(model, 8).some((opset) => ["", "ai.onnx"].includes(textOf(readFields(opset), 1)));
  const dropped = new Set(outputs.kind === "CLASS" ? outputs.zipMaps : []);
  return join([
    ...model.map((field) =>
      field.number === 7 && typeof field.value !== "bigint"
        ? bytesField(7, adaptGraph(readFields(field.value), inputs, outputs, dropped))
        : field.raw,
    ),
    ...(hasOwnOpset ? [] : [message(8, [string(1, ""), integer(2, opsetOfOwn)])]),
  ]);
}

function adaptGraph(
  graph: readonly WireField[],
  inputs: Adaptation["inputs"],
  outputs: Adaptation["outputs"],
  dropped: ReadonlySet<string>,
): Uint8Array {
  const given = new Set(inputs.map(({ port }) => port.name));
  const nodes = graph.filter(({ number }) => number === 1);
  const kept = nodes.filter(({ value }) => {
    const [output] = bytesOf(readFields(value as Uint8Array), 2);
    return !output || !dropped.has(new TextDecoder().decode(output));
  });
  const own = { nodes: [] as Uint8Array[], constants: [] as Uint8Array[] };
  const before = inputs.flatMap((input) => inputNodes(input, own.constants));
  const { nodes: after, ports } = outputNodes(outputs, own.constants);
  return join([
    ...before,
    ...kept.map(({ value }) => bytesField(1, renameNode(value as Uint8Array))),
    ...after,
    ...graph.flatMap((field) => {
      const value = field.value as Uint8Array;
      switch (field.number) {
        case 5:
          return [bytesField(5, renameField(value, 8))];
        case 15:
          return [bytesField(15, renameSparse(value))];
        // Inputs that have a value in the file stay beside it, as older files have them.
        case 11:
          return given.has(textOf(readFields(value), 1)) ? [] : [bytesField(11, renameField(value, 1))];
        // Nodes and outputs are written above and below; shapes inside are found again by who runs the file.
        case 1:
        case 12:
        case 13:
        case 14:
          return [];
        default:
          return [field.raw];
      }
    }),
    ...own.constants,
    ...inputs.flatMap(({ features }) => features.map(featurePort)),
    ...ports,
  ]);
}

function featurePort({ name, kind }: { name: string; kind: "CATEGORICAL" | "NUMERIC" }): Uint8Array {
  const rows = message(1, [string(2, "rows")]);
  const one = message(1, [integer(1, 1)]);
  const type = kind === "CATEGORICAL" ? elementNumbers.string : elementNumbers.float;
  return message(11, [string(1, name), message(2, [message(1, [integer(1, type), message(2, [rows, one])])])]);
}

/** From features to an input of the file. */
function inputNodes({ port, features }: Adaptation["inputs"][number], constants: Uint8Array[]): Uint8Array[] {
  const target = renamed(port.name);
  const nodes: Uint8Array[] = [];
  const columns = features.map(({ name, kind }) => {
    if ((kind === "CATEGORICAL" ? "string" : "float") === port.type || !port.type) return name;
    const cast = `${name}/cast`;
    nodes.push(node("Cast", [name], cast, [integerAttribute("to", elementNumbers[port.type])]));
    return cast;
  });
  const [only] = columns;
  if (columns.length > 1) nodes.push(node("Concat", columns, target, [integerAttribute("axis", 1)]));
  else if (port.shape?.length === 1) {
    const flat = `${only}/flat`;
    constants.push(int64Constant(flat, [-1]));
    nodes.push(node("Reshape", [only as string, flat], target));
  } else nodes.push(node("Identity", [only as string], target));
  return nodes;
}

/** From outputs of the file to those that versions have. */
function outputNodes(
  outputs: Adaptation["outputs"],
  constants: Uint8Array[],
): { nodes: Uint8Array[]; ports: Uint8Array[] } {
  if (outputs.kind === "NUMBER") {
    const nodes = [node("Cast", [renamed(outputs.value)], "value", [integerAttribute("to", elementNumbers.double)])];
    return { nodes, ports: [outputPort("value", "double")] };
  }
  const { label, probabilities, columns } = outputs;
  const inOrder = columns.every((column, index) => column === index);
  if (!inOrder) constants.push(int64Constant("probabilities/columns", columns));
  const ordered = inOrder ? renamed(probabilities) : "probabilities/ordered";
  return {
    nodes: [
      node("Cast", [renamed(label)], "label", [integerAttribute("to", elementNumbers.string)]),
      ...(inOrder
        ? []
        : [node("Gather", [renamed(probabilities), "probabilities/columns"], ordered, [integerAttribute("axis", 1)])]),
      node("Cast", [ordered], "probabilities", [integerAttribute("to", elementNumbers.float)]),
    ],
    ports: [outputPort("label", "string"), outputPort("probabilities", "float")],
  };
}

function outputPort(name: string, type: ElementType): Uint8Array {
  return message(12, [string(1, name), message(2, [message(1, [integer(1, elementNumbers[type])])])]);
}

function node(op: string, inputs: readonly string[], output: string, attributes: Uint8Array[] = []): Uint8Array {
  return message(1, [
    ...inputs.map((name) => string(1, name)),
    string(2, output),
    string(3, `${op}/${output}`),
    string(4, op),
    ...attributes,
  ]);
}

function integerAttribute(name: string, value: number): Uint8Array {
  return message(5, [string(1, name), integer(3, value), integer(20, 2)]);
}

function int64Constant(name: string, values: readonly number[]): Uint8Array {
  return message(5, [
    integer(1, values.length),
    integer(2, elementNumbers.int64),
    ...values.map((value) => integer(7, value)),
    string(8, name),
  ]);
}

function renamed(name: string): string {
  // An input that is left out has no name.
  return name === "" ? "" : `${prefix}${name}`;
}

/** A message with one of its texts renamed: a tensor's or a port's name. */
function renameField(value: Uint8Array, number: number): Uint8Array {
  return join(readFields(value).map((field) => (field.number === number ? renamedField(field) : field.raw)));
}

function renamedField(field: WireField): Uint8Array {
  return string(field.number, renamed(new TextDecoder().decode(field.value as Uint8Array)));
}

function renameSparse(sparse: Uint8Array): Uint8Array {
  return join(
    readFields(sparse).map((field) =>
      field.number === 1 ? bytesField(1, renameField(field.value as Uint8Array, 8)) : field.raw,
    ),
  );
}

/** A node with the names of what it takes and makes, and those in the graphs that it holds. */
function renameNode(value: Uint8Array): Uint8Array {
  return join(
    readFields(value).map((field) => {
      if (field.number === 1 || field.number === 2) return renamedField(field);
      if (field.number !== 5) return field.raw;
      if (readFields(field.value as Uint8Array, graphs).length === 0) return field.raw;
      const attribute = readFields(field.value as Uint8Array).map((part) =>
        part.number === 6 || part.number === 11
          ? bytesField(part.number, renameGraph(readFields(part.value as Uint8Array)))
          : part.raw,
      );
      return bytesField(5, join(attribute));
    }),
  );
}

/** A graph inside of a node: the same prefix on all names keeps what it takes of the graph around it. */
function renameGraph(graph: readonly WireField[]): Uint8Array {
  return join(
    graph.flatMap((field) => {
      const value = field.value as Uint8Array;
      switch (field.number) {
        case 1:
          return [bytesField(1, renameNode(value))];
        case 5:
          return [bytesField(5, renameField(value, 8))];
        case 11:
        case 12:
          return [bytesField(field.number, renameField(value, 1))];
        case 13:
        case 14:
          return [];
        case 15:
          return [bytesField(15, renameSparse(value))];
        default:
          return [field.raw];
      }
    }),
  );
}
