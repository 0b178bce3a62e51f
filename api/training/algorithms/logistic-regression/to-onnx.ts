import { doubles, int64s, type OnnxGraph, type OnnxNode } from "../../onnx/onnx-model.ts";
import type { Encoding } from "./design-matrix.ts";
import type { Weights } from "./newton.ts";

/**
 * The fitted model as a graph: a string or float tensor [N, 1] a feature in; `label` string [N] and `probabilities` float
 * [N, classes] out. It computes in double, so that float32 comes in at the very end. Unknown categories give zeros: whoever calls
 * it checks them first.
 */
export function logisticRegressionGraph(encoding: Encoding, weights: Weights, classes: readonly string[]): OnnxGraph {
  const { categorical, numeric, width } = encoding;
  const intercept = weights[width] as number;
  const nodes: OnnxNode[] = [];
  const parts: string[] = [];
  if (categorical.length > 0) {
    for (const { name, categories } of categorical) {
      nodes.push({
        op: "OneHotEncoder",
        domain: "ai.onnx.ml",
        inputs: [name],
        outputs: [`${name}.one_hot`],
        attributes: { cats_strings: categories, zeros: 1 },
      });
    }
    const encoded = categorical.map(({ name }) => `${name}.one_hot`);
    nodes.push({
      op: "Concat",
      inputs: encoded,
      outputs: ["one_hot"],
      attributes: { axis: 2 },
    });
    nodes.push({
      op: "Flatten",
      inputs: ["one_hot"],
      outputs: ["one_hot.flat"],
      attributes: { axis: 1 },
    });
    nodes.push({
      op: "Cast",
      inputs: ["one_hot.flat"],
      outputs: ["categories"],
      attributes: { to: 11 },
    });
    parts.push("categories");
  }
  if (numeric.length > 0) {
    const inputs = numeric.map(({ name }) => name);
    nodes.push({
      op: "Concat",
      inputs,
      outputs: ["numbers.raw"],
      attributes: { axis: 1 },
    });
    nodes.push({
      op: "Cast",
      inputs: ["numbers.raw"],
      outputs: ["numbers.double"],
      attributes: { to: 11 },
    });
    nodes.push({
      op: "Sub",
      inputs: ["numbers.double", "means"],
      outputs: ["numbers.centred"],
    });
    nodes.push({
      op: "Div",
      inputs: ["numbers.centred", "deviations"],
      outputs: ["numbers.scaled"],
    });
    nodes.push({
      op: "IsNaN",
      inputs: ["numbers.scaled"],
      outputs: ["numbers.missing"],
    });
    nodes.push({
      op: "Where",
      inputs: ["numbers.missing", "zero", "numbers.scaled"],
      outputs: ["numbers"],
    });
    parts.push("numbers");
  }
  const columns = parts.length > 1 ? "columns" : (parts[0] as string);
  if (parts.length > 1)
    nodes.push({
      op: "Concat",
      inputs: parts,
      outputs: [columns],
      attributes: { axis: 1 },
    });
  nodes.push(
    {
      op: "Gemm",
      inputs: [columns, "weights", "intercepts"],
      outputs: ["log_odds"],
    },
    {
      op: "Softmax",
      inputs: ["log_odds"],
      outputs: ["shares"],
      attributes: { axis: 1 },
    },
    {
      op: "Cast",
      inputs: ["shares"],
      outputs: ["probabilities"],
      attributes: { to: 1 },
    },
    {
      op: "ArgMax",
      inputs: ["shares"],
      outputs: ["class"],
      attributes: { axis: 1, keepdims: 0 },
    },
    {
      op: "LabelEncoder",
      domain: "ai.onnx.ml",
      inputs: ["class"],
      outputs: ["label"],
      attributes: {
        keys_int64s: int64s(classes.map((_, code) => code)),
        values_strings: classes,
      },
    },
  );
  return {
    name: "logistic_regression",
    inputs: [
      ...categorical.map(({ name }) => ({
        name,
        type: "string" as const,
        shape: ["N", 1],
      })),
      ...numeric.map(({ name }) => ({
        name,
        type: "float" as const,
        shape: ["N", 1],
      })),
    ],
    outputs: [
      { name: "label", type: "string", shape: ["N"] },
      { name: "probabilities", type: "float", shape: ["N", classes.length] },
    ],
    initializers: [
      // The first class is the one that the others are measured against: its log-odds are 0.
      doubles(
        "weights",
        [width, 2],
        Array.from(weights.subarray(0, width)).flatMap((weight) => [0, weight]),
      ),
      doubles("intercepts", [2], [0, intercept]),
      ...(numeric.length > 0
        ? [
            doubles(
              "means",
              [numeric.length],
              numeric.map(({ mean }) => mean),
            ),
            doubles(
              "deviations",
              [numeric.length],
              numeric.map(({ deviation }) => deviation),
            ),
            doubles("zero", [], [0]),
          ]
        : []),
    ],
    nodes,
  };
}
