import { doubles, type OnnxNode, type OnnxTensor, type OnnxValue } from "../../onnx/onnx-model.ts";
import type { Encoding } from "./design-matrix.ts";

/** The part of a graph that turns raw features into the columns of an encoding. */
export interface EncoderGraph {
  inputs: OnnxValue[];
  nodes: OnnxNode[];
  initializers: OnnxTensor[];
  /** The tensor [N, width] of doubles that comes out. */
  columns: string;
}

/**
 * One hot for a category, standardised for a number: a string or float tensor [N, 1] a feature in. It computes in double. An unknown or
 * missing category gives zeros, a missing number (NaN) the mean. Tensors of its own have a dot in their names, which features can't have.
 */
export function encoderGraph({ categorical, numeric }: Encoding): EncoderGraph {
  const nodes: OnnxNode[] = [];
  const parts: string[] = [];
  if (categorical.length > 0) {
    nodes.push(
      ...categorical.map(
        ({ name, categories }): OnnxNode => ({
          op: "OneHotEncoder",
          domain: "ai.onnx.ml",
          inputs: [name],
          outputs: [`${name}.one_hot`],
          attributes: { cats_strings: categories, zeros: 1 },
        }),
      ),
      {
        op: "Concat",
        inputs: categorical.map(({ name }) => `${name}.one_hot`),
        outputs: ["encoder.one_hot"],
        attributes: { axis: 2 },
      },
      { op: "Flatten", inputs: ["encoder.one_hot"], outputs: ["encoder.flat"], attributes: { axis: 1 } },
      { op: "Cast", inputs: ["encoder.flat"], outputs: ["encoder.categories"], attributes: { to: double } },
    );
    parts.push("encoder.categories");
  }
  if (numeric.length > 0) {
    nodes.push(
      {
        op: "Concat",
        inputs: numeric.map(({ name }) => name),
        outputs: ["encoder.raw"],
        attributes: { axis: 1 },
      },
      { op: "Cast", inputs: ["encoder.raw"], outputs: ["encoder.double"], attributes: { to: double } },
      { op: "Sub", inputs: ["encoder.double", "encoder.means"], outputs: ["encoder.centred"] },
      { op: "Div", inputs: ["encoder.centred", "encoder.deviations"], outputs: ["encoder.scaled"] },
      { op: "IsNaN", inputs: ["encoder.scaled"], outputs: ["encoder.missing"] },
      { op: "Where", inputs: ["encoder.missing", "encoder.zero", "encoder.scaled"], outputs: ["encoder.numbers"] },
    );
    parts.push("encoder.numbers");
  }
  const columns = parts.length > 1 ? "encoder.columns" : (parts[0] as string);
  if (parts.length > 1) nodes.push({ op: "Concat", inputs: parts, outputs: [columns], attributes: { axis: 1 } });
  return {
    inputs: [
      ...categorical.map(({ name }): OnnxValue => ({ name, type: "string", shape: ["N", 1] })),
      ...numeric.map(({ name }): OnnxValue => ({ name, type: "float", shape: ["N", 1] })),
    ],
    nodes,
    initializers: numeric.length > 0 ? standardisation(numeric) : [],
    columns,
  };
}

/** ONNX's number of the type double. */
const double = 11;

function standardisation(numeric: Encoding["numeric"]): OnnxTensor[] {
  return [
    doubles(
      "encoder.means",
      [numeric.length],
      numeric.map(({ mean }) => mean),
    ),
    doubles(
      "encoder.deviations",
      [numeric.length],
      numeric.map(({ deviation }) => deviation),
    ),
    doubles("encoder.zero", [], [0]),
  ];
}
