import { stringify } from "yaml";
import type { Model, ModelVersion } from "../../../prisma/client/client.ts";
import type { FeatureDefinition, ModelDefinition } from "../definitions/define-model.ts";
import { definitionOf } from "../live-models.ts";

/** A file of a package: what it holds, or the stored file that it is. */
export type PackagedFile = { path: string } & ({ content: Buffer } | { sha256: string; bytes: number });

/** The versions of MLflow and of what it runs ONNX with that packages are written for, and tried with. */
const mlflowVersion = "3.17.2";
const requirements = ["mlflow>=3.1", "onnx>=1.18", "onnxruntime>=1.22", "numpy"];
const python = "3.11.9";

/**
 * A version as MLflow packages models: an MLmodel file with the signature, the ONNX file that serves here, and what it needs in Python.
 * Made when it is asked for; the same version gives the same files.
 */
export function packageVersion(
  model: Pick<Model, "definition">,
  version: Pick<ModelVersion, "id" | "createdAt" | "artifactSha256" | "artifactBytes">,
): PackagedFile[] {
  const definition = definitionOf(model);
  const text = (path: string, content: string): PackagedFile => ({ path, content: Buffer.from(content, "utf8") });
  return [
    text("MLmodel", stringify(mlmodelOf(definition, version))),
    { path: "model.onnx", sha256: version.artifactSha256, bytes: version.artifactBytes },
    text("requirements.txt", `${requirements.join("\n")}\n`),
    text("python_env.yaml", stringify({ python, build_dependencies: ["pip"], dependencies: ["-r requirements.txt"] })),
    text(
      "conda.yaml",
      stringify({
        name: "mlflow-env",
        channels: ["conda-forge"],
        dependencies: [`python=${python}`, "pip", { pip: requirements }],
      }),
    ),
  ];
}

function mlmodelOf(definition: ModelDefinition, version: Pick<ModelVersion, "id" | "createdAt">) {
  return {
    flavors: {
      onnx: {
        code: null,
        data: "model.onnx",
        onnx_session_options: null,
        onnx_version: "1.18.0",
        providers: ["CPUExecutionProvider"],
      },
      python_function: {
        data: "model.onnx",
        env: { conda: "conda.yaml", virtualenv: "python_env.yaml" },
        loader_module: "mlflow.onnx",
        python_version: python,
      },
    },
    mlflow_version: mlflowVersion,
    model_uuid: version.id.replaceAll("-", ""),
    signature: {
      inputs: JSON.stringify(definition.features.map(inputOf)),
      outputs: JSON.stringify(outputsOf(definition)),
      params: null,
    },
    utc_time_created: version.createdAt.toISOString().replace("T", " ").replace("Z", "000"),
    metadata: { modelwright: saidOf(definition) },
  };
}

/** Texts as `object`: that takes tables of pandas too, where `str` would not. */
function inputOf({ name, kind }: FeatureDefinition) {
  const dtype = kind === "CATEGORICAL" ? "object" : "float32";
  return { type: "tensor", name, "tensor-spec": { dtype, shape: [-1, 1] } };
}

function outputsOf({ task, target }: ModelDefinition) {
  const tensor = (name: string, dtype: string, shape: number[]) => ({
    type: "tensor",
    name,
    "tensor-spec": { dtype, shape },
  });
  if (task === "REGRESSION") return [tensor("value", "float64", [-1, 1])];
  return [tensor("label", "object", [-1]), tensor("probabilities", "float32", [-1, target.classes?.length ?? -1])];
}

/** So that the package can be logged and registered elsewhere, or here again, with nothing lost. */
function saidOf({ target, features }: ModelDefinition) {
  return {
    target: target.column,
    ...(target.unit ? { unit: target.unit } : {}),
    ...(target.classes ? { classes: target.classes.map(({ value }) => value) } : {}),
    categories: Object.fromEntries(
      features.flatMap((feature) =>
        feature.kind === "CATEGORICAL" ? [[feature.name, feature.categories.map(({ value }) => value)]] : [],
      ),
    ),
  };
}
