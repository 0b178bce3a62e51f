import { parse } from "yaml";
import { z } from "zod";
import { InvalidInputError } from "../../platform/errors.ts";

/** A column or tensor of a signature. */
export interface SignaturePort {
  /** Null where the program named none. */
  name: string | null;
  /** Of a tensor: how many columns it has; null when that is open, or it is no tensor. */
  columns: number | null;
}

/** What a program may say of its model that no file of it tells: `log_model(metadata={"modelwright": {…}})`. */
const saidSchema = z.object({
  target: z.string().min(1).max(200).optional(),
  unit: z.string().min(1).max(50).optional(),
  classes: z
    .array(z.union([z.string(), z.number()]).transform(String))
    .max(1_000)
    .optional(),
  categories: z.record(z.string(), z.array(z.union([z.string(), z.number()]).transform(String)).max(10_000)).optional(),
});
export type Said = z.infer<typeof saidSchema>;

/** What an MLmodel file says, as far as it is looked at here. */
export interface LoggedDescription {
  /** The path of the ONNX file, below the MLmodel file's folder. */
  onnxPath: string;
  inputs: SignaturePort[];
  outputs: SignaturePort[];
  said: Said;
}

const mlmodelSchema = z.object({
  flavors: z.record(z.string(), z.unknown()),
  signature: z.object({ inputs: z.string().nullish(), outputs: z.string().nullish() }).nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
});
const onnxFlavor = z.object({ data: z.string().min(1) });
const port = z.object({
  name: z.string().nullish(),
  type: z.unknown(),
  "tensor-spec": z.object({ shape: z.array(z.number()) }).optional(),
});
/** No MLmodel file comes near this; YAML may say much in few characters, but not by more than this many aliases. */
const largestMlmodel = 1024 * 1024;
const mostAliases = 100;

/** Before it is read into memory. @throws {InvalidInputError} */
export function checkMlmodelSize(bytes: number | bigint): void {
  if (bytes > largestMlmodel) throw new InvalidInputError("The MLmodel file is too long to be one.");
}

/**
 * Reads an MLmodel file.
 * @throws {InvalidInputError} when it is none, is of a flavor that is not served here, or has no signature
 */
export function readMlmodel(bytes: Uint8Array): LoggedDescription {
  checkMlmodelSize(bytes.length);
  const parsed = mlmodelSchema.safeParse(yamlOf(bytes));
  if (!parsed.success) throw new InvalidInputError("The MLmodel file does not say what MLflow's do.");
  const { flavors, signature, metadata } = parsed.data;
  const onnx = onnxFlavor.safeParse(flavors.onnx);
  if (!onnx.success) {
    const others = Object.keys(flavors).filter((flavor) => flavor !== "python_function");
    throw new InvalidInputError(
      `The model is of the flavor ${others.join(", ").slice(0, 200) || "python_function"}, which only Python can run, by what it was pickled from. Convert it (skl2onnx.to_onnx for scikit-learn) and log it by mlflow.onnx.log_model.`,
    );
  }
  if (!signature?.inputs) {
    throw new InvalidInputError(
      "The model was logged without a signature, so its features have no names. Log it with signature=infer_signature(features, predictions).",
    );
  }
  const said = saidSchema.safeParse(metadata?.modelwright ?? {});
  if (!said.success) {
    throw new InvalidInputError(
      "The model's metadata has a part `modelwright` that can't be read; see docs/mlflow.md.",
    );
  }
  return {
    onnxPath: onnx.data.data,
    inputs: portsOf(signature.inputs),
    outputs: signature.outputs ? portsOf(signature.outputs) : [],
    said: said.data,
  };
}

function yamlOf(bytes: Uint8Array): unknown {
  try {
    return parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes), { maxAliasCount: mostAliases });
  } catch {
    throw new InvalidInputError("The MLmodel file is no YAML.");
  }
}

function portsOf(json: string): SignaturePort[] {
  try {
    return z
      .array(port)
      .max(1_000)
      .parse(JSON.parse(json))
      .map((each) => {
        const shape = each["tensor-spec"]?.shape;
        const columns = shape && shape.length === 2 ? (shape[1] as number) : null;
        return { name: each.name ?? null, columns: columns !== null && columns > 0 ? columns : null };
      });
  } catch {
    throw new InvalidInputError("The model's signature is not one that MLflow's infer_signature makes.");
  }
}
