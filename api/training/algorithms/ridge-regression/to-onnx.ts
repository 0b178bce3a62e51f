import { doubles, type OnnxGraph } from "../../onnx/onnx-model.ts";
import type { Encoding } from "../linear/design-matrix.ts";
import { encoderGraph } from "../linear/encode-columns.ts";
import type { LinearFit } from "./least-squares.ts";

/** The fitted model as a graph: a string or float tensor [N, 1] a feature in; `value` double [N] out. It computes in double. */
export function linearGraph(encoding: Encoding, { weights, intercept }: LinearFit): OnnxGraph {
  const { inputs, nodes, initializers, columns } = encoderGraph(encoding);
  return {
    name: "linear_regression",
    inputs,
    outputs: [{ name: "value", type: "double", shape: ["N"] }],
    initializers: [
      doubles("model.weights", [encoding.width], Array.from(weights)),
      doubles("model.intercept", [], [intercept]),
      ...initializers,
    ],
    nodes: [
      ...nodes,
      { op: "MatMul", inputs: [columns, "model.weights"], outputs: ["model.sum"] },
      { op: "Add", inputs: ["model.sum", "model.intercept"], outputs: ["value"] },
    ],
  };
}
