import { markdownCode, markdownText } from "../../platform/markdown.ts";
import type { FeatureDefinition, ModelDefinition } from "../definitions/define-model.ts";
import type { CardFacts } from "./card-facts.ts";

/** How a version is used: by the service, or its file by anybody who has onnxruntime. */
export function loadingSection({ version, definition, data }: CardFacts): string[] {
  const { artifactSha256: hash, problem } = version;
  if (problem) return ["## How to load it", `It can't answer predictions here. ${markdownText(problem)}`];
  const example = exampleOf(definition, data);
  const output = definition.task === "REGRESSION" ? "value" : "probabilities";
  const graphql = `mutation ($features: JSON!) {
  predict(input: { model: ${JSON.stringify(version.model.name)}, version: ${version.version}, features: $features }) {
    ... on Prediction { value probabilities }
    ... on Error { code message }
  }
}
# variables: ${JSON.stringify({ features: Object.fromEntries(example.map(({ feature, value }) => [feature.name, value])) })}`;
  const mlflow = [
    "import mlflow",
    "import pandas as pd",
    "",
    'mlflow.set_tracking_uri("http://localhost:4000/mlflow")',
    `model = mlflow.pyfunc.load_model("models:/${version.model.name}/${version.version}")`,
    `model.predict(pd.DataFrame([${JSON.stringify(Object.fromEntries(example.map(({ feature, value }) => [feature.name, value])))}]))`,
  ].join("\n");
  const python = [
    "import numpy as np",
    "import onnxruntime as ort",
    "",
    `session = ort.InferenceSession("artifacts/${hash.slice(0, 2)}/${hash}")`,
    `outputs = session.run(["${output}"], {`,
    ...example.map(({ feature, value }) =>
      feature.kind === "CATEGORICAL"
        ? `    "${feature.name}": np.array([[${JSON.stringify(value)}]], dtype=object),`
        : `    "${feature.name}": np.array([[${value}]], dtype=np.float32),`,
    ),
    "})",
  ].join("\n");
  const javascript = [
    'import { InferenceSession, Tensor } from "onnxruntime-node";',
    "",
    `const session = await InferenceSession.create("artifacts/${hash.slice(0, 2)}/${hash}");`,
    `const { ${output} } = await session.run({`,
    ...example.map(({ feature, value }) =>
      feature.kind === "CATEGORICAL"
        ? `  ${feature.name}: new Tensor("string", [${JSON.stringify(value)}], [1, 1]),`
        : `  ${feature.name}: new Tensor("float32", Float32Array.of(${value}), [1, 1]),`,
    ),
    "});",
  ].join("\n");
  return [
    "## How to load it",
    "Ask the service, by GraphQL at `/graphql`; without `version` the one in production answers:",
    markdownCode("graphql", graphql),
    "Or load it with MLflow's client, from `/mlflow` of wherever the service is:",
    markdownCode("python", mlflow),
    `Or take the ONNX file, \`artifacts/${hash.slice(0, 2)}/${hash}\` in the data directory or the bucket, which holds the preprocessing too. From Python:`,
    markdownCode("python", python),
    "From JavaScript:",
    markdownCode("js", javascript),
  ];
}

/** A case that might be asked: of a category the first, of a number the middle of what training saw. */
function exampleOf(definition: ModelDefinition, data: CardFacts["data"]) {
  return definition.features.map((feature) => ({ feature, value: exampleValue(feature, data) }));
}

function exampleValue(feature: FeatureDefinition, data: CardFacts["data"]): string | number {
  if (feature.kind === "CATEGORICAL") return feature.categories[0]?.value ?? "";
  const seen = "seen" in data ? data.seen.find(({ name }) => name === feature.name) : undefined;
  const [least, most] =
    seen?.kind === "NUMERIC" ? [seen.least, seen.most] : [feature.min ?? 0, feature.max ?? feature.min ?? 0];
  const middle = (least + most) / 2;
  return feature.integer ? Math.round(middle) : Number(middle.toPrecision(3));
}
