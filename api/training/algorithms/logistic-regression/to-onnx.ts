import { doubles, int64s, type OnnxGraph } from "../../onnx/onnx-model.ts";
import type { Encoding } from "../linear/design-matrix.ts";
import { encoderGraph } from "../linear/encode-columns.ts";
import { type Weights, weightOf } from "./weights.ts";

/**
 * The fitted model as a graph: a string or float tensor [N, 1] a feature in; `label` string [N] and `probabilities` float
 * [N, classes] out. It computes in double, so that float32 comes in at the very end. Unknown categories give zeros: whoever calls
 * it checks them first.
 */
export function logisticRegressionGraph(encoding: Encoding, weights: Weights, classes: readonly string[]): OnnxGraph {
  const { inputs, nodes, initializers, columns } = encoderGraph(encoding);
  const { width } = weights;
  const codes = classes.map((_, code) => code);
  return {
    name: "logistic_regression",
    inputs,
    outputs: [
      { name: "label", type: "string", shape: ["N"] },
      { name: "probabilities", type: "float", shape: ["N", classes.length] },
    ],
    initializers: [
      doubles(
        "model.weights",
        [width, classes.length],
        Array.from({ length: width }, (_, column) => codes.map((code) => weightOf(weights, code, column))).flat(),
      ),
      doubles(
        "model.intercepts",
        [classes.length],
        codes.map((code) => weightOf(weights, code, width)),
      ),
      ...initializers,
    ],
    nodes: [
      ...nodes,
      { op: "Gemm", inputs: [columns, "model.weights", "model.intercepts"], outputs: ["model.scores"] },
      { op: "Softmax", inputs: ["model.scores"], outputs: ["model.shares"], attributes: { axis: 1 } },
      { op: "Cast", inputs: ["model.shares"], outputs: ["probabilities"], attributes: { to: 1 } },
      { op: "ArgMax", inputs: ["model.shares"], outputs: ["model.class"], attributes: { axis: 1, keepdims: 0 } },
      {
        op: "LabelEncoder",
        domain: "ai.onnx.ml",
        inputs: ["model.class"],
        outputs: ["label"],
        attributes: { keys_int64s: int64s(codes), values_strings: classes },
      },
    ],
  };
}
