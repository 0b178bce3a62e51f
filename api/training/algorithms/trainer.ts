import type { z } from "zod";
import type { Examples, FeatureColumn } from "../../datasets/training-examples.ts";
import type { Coefficient } from "../../models/coefficient.ts";
import type { ModelDefinition } from "../../models/definitions/define-model.ts";
import { parseInput } from "../../platform/parse-input.ts";
import type { OnnxGraph } from "../onnx/onnx-model.ts";

/** How far a trainer has come. */
export interface TrainerProgress {
  /** 0 to 1. */
  fraction: number;
  /** A sentence for a person. */
  message: string;
  /** What the trainer lowers, on the rows that it learns from, as it stands now. */
  loss: { name: "log_loss" | "rmse"; value: number };
}

export interface TrainerInput {
  examples: Examples;
  definition: ModelDefinition;
  params: TrainerParams;
  /** Stops the training within a fraction of a second. */
  signal: AbortSignal;
  /** Called once an iteration, and waited for. */
  onProgress(progress: TrainerProgress): Promise<void>;
}

/** What was learned. */
export interface FittedModel {
  /** Class probabilities row by row (a number a class), or for a regression a number a row; in float64. */
  predict(features: FeatureColumn[], count: number): Float64Array;
  /** The same function as an ONNX graph: the raw features in, preprocessing included. */
  toOnnx(): OnnxGraph;
  /** What was learned of each feature; left out by an algorithm whose numbers say nothing one by one. */
  coefficients?(): Coefficient[];
}

/** As they are stored with the run and the version. */
export type TrainerParams = Record<string, number | string | boolean>;

/** One algorithm. What else is to be known of it, its own file knows. */
export interface Trainer {
  /** As a sentence says it. */
  title: string;
  tasks: readonly ModelDefinition["task"][];
  /** Fills in the defaults. @throws {InvalidInputError} naming each parameter that is unknown or out of range */
  parseParams(raw: unknown): TrainerParams;
  /** @throws {InvalidInputError} when the data can't be learned from with these parameters; the signal's reason once it is aborted */
  train(input: TrainerInput): Promise<FittedModel>;
}

/** Reads an algorithm's parameters by its schema. @throws {InvalidInputError} with an issue for each that is wrong */
export function parseParamsWith<Params extends TrainerParams>(schema: z.ZodType<Params>, raw: unknown): Params {
  return parseInput(schema, raw ?? {}, ["params"]);
}
