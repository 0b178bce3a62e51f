import { markdownParagraphs, markdownTable, markdownText } from "../../platform/markdown.ts";
import { readTrainingEnvironment } from "../../training/training-environment.ts";
import { metricSchema } from "../metric.ts";
import type { CardFacts } from "./card-facts.ts";
import { inWords, metricText, metricTitle, moment, percent, short } from "./in-words.ts";
import { limitsSection, list } from "./limits.ts";
import { loadingSection } from "./loading.ts";
import { fewestRows, type Slice } from "./slices.ts";

/** The card as Markdown. Whatever a person wrote is shown as text, whatever it looks like. */
export function renderCard(facts: CardFacts): string {
  const { version } = facts;
  const sections = [
    `# ${markdownText(version.model.name)}, version ${version.version}`,
    markdownParagraphs(version.model.description),
    ...ownWords(facts),
    ...details(facts),
    ...dataSection(facts),
    ...metricsSection(facts),
    ...slicesSection(facts),
    ...limitsSection(facts),
    ...makingSection(facts),
    ...historySection(facts),
    ...loadingSection(facts),
    "Laid out after Mitchell et al., “Model Cards for Model Reporting” (2019). Its numbers and dates are the registry's own.",
  ];
  return `${sections.filter(Boolean).join("\n\n")}\n`;
}

function ownWords({ version }: CardFacts): string[] {
  return version.description
    ? ["## In a person's words", markdownParagraphs(version.description)]
    : ["Nobody has described this version in words of their own yet."];
}

function details({ version, definition, nameOf }: CardFacts): string[] {
  const { target } = definition;
  const classes = target.classes?.map(({ label }) => markdownText(label)).join(", ");
  const aliases = version.aliases.map(({ name }) => markdownText(name)).join(", ");
  const tags = version.tags.map(({ key, value }) => `${markdownText(key)} = ${markdownText(value)}`).join(", ");
  return [
    "## The model",
    markdownTable(
      ["What", "Value"],
      [
        ["Task", inWords(definition.task)],
        ["Predicts", markdownText(target.description)],
        ...(classes ? [["Classes", classes]] : []),
        ...(target.unit ? [["In", markdownText(target.unit)]] : []),
        ["Reads", definition.features.map(({ name }) => markdownText(name)).join(", ")],
        ["Algorithm", markdownText(inWords(version.algorithm))],
        ["Stage", inWords(version.stage)],
        ...(aliases ? [["Aliases", aliases]] : []),
        ...(tags ? [["Tags", tags]] : []),
        ["Registered", `${moment(version.createdAt)}, by ${markdownText(nameOf(version.createdBy))}`],
        ["ONNX file", `SHA-256 \`${version.artifactSha256}\`, ${version.artifactBytes} bytes`],
      ],
    ),
  ];
}

function dataSection({ version, definition }: CardFacts): string[] {
  const { dataset, trainingRun: run } = version;
  if (!dataset || !run) return ["## Data", "The version was not trained here, so nothing is known of its data."];
  return [
    "## Data",
    markdownTable(
      ["What", "Value"],
      [
        ["Data set", `${markdownText(dataset.name)}, ${dataset.rows} rows`],
        ["SHA-256", `\`${dataset.sha256}\``],
        ["From", markdownText(dataset.provenance)],
        [
          "Split",
          `${percent(run.testSize)} held out, ${run.testRows ?? "?"} rows; ${run.trainRows ?? "?"} to train on. By seed ${run.seed}${definition.task === "REGRESSION" ? "" : ", each class in its share"}.`,
        ],
      ],
    ),
  ];
}

function metricsSection({ version, definition }: CardFacts): string[] {
  const metrics = metricSchema.array().parse(version.metrics);
  const value = (name: string, split: string) => {
    const found = metrics.find((metric) => metric.name === name && metric.split === split);
    return found ? metricText(name, found.value, definition.target.unit) : "";
  };
  const names = [...new Set(metrics.map(({ name }) => name))].filter((name) => !name.startsWith("baseline_"));
  if (names.length === 0) return ["## Metrics", "None were measured."];
  const nothing = definition.task === "REGRESSION" ? "Always the mean" : "Guessing by frequency";
  return [
    "## Metrics",
    markdownTable(
      ["Metric", "Rows held out", nothing, "Rows trained on"],
      names.map((name) => [
        markdownText(metricTitle(name)),
        value(name, "holdout"),
        value(`baseline_${name}`, "holdout"),
        value(name, "train"),
      ]),
    ),
  ];
}

function slicesSection({ definition, data }: CardFacts): string[] {
  if ("missing" in data || data.slices.length === 0) return [];
  const regression = definition.task === "REGRESSION";
  const unit = definition.target.unit;
  const measured = ({ measure, interval }: Slice) => {
    if (measure === null) return "too few rows to tell";
    if (regression) return metricText("mae", measure, unit);
    return `${percent(measure)} (${interval?.map(percent).join(" to ") ?? ""})`;
  };
  return [
    "## By category, on the rows held out",
    regression
      ? `The mean absolute error, where at least ${fewestRows} rows were held out.`
      : `The accuracy, where at least ${fewestRows} rows were held out; in brackets the 95% interval, for what is due to chance.`,
    markdownTable(
      ["Feature", "Category", "Rows", regression ? "MAE" : "Accuracy"],
      data.slices.flatMap(({ feature, slices }) =>
        slices.map((slice) => [
          markdownText(feature),
          markdownText(slice.category),
          String(slice.rows),
          measured(slice),
        ]),
      ),
    ),
  ];
}

function makingSection({ version }: CardFacts): string[] {
  const { trainingRun: run, reproductions } = version;
  if (!run) return [];
  const environment = readTrainingEnvironment(run.environment);
  const params = Object.entries(run.params ?? {}).map(
    ([name, value]) =>
      `${markdownText(name)} = ${markdownText(typeof value === "number" ? short(value) : String(value))}`,
  );
  const [last] = reproductions;
  return [
    "## How it was made",
    list([
      `Algorithm: ${markdownText(inWords(run.algorithm))}, seed ${run.seed}${params.length > 0 ? `, ${params.join(", ")}` : ""}.`,
      environment
        ? `Environment: Modelwright ${environment.modelwright}, Node.js ${environment.node}, onnxruntime ${environment.onnxruntime}, ${environment.platform}; training code \`${environment.codeSha256}\`.`
        : "Environment: not recorded by the release that trained it.",
      last
        ? `Trained again from this record on ${moment(last.finishedAt ?? last.queuedAt)}: ${inWords(last.outcome ?? "")}.`
        : "It was not trained again from this record yet, to see whether the same comes of it.",
    ]),
  ];
}

function historySection({ version, nameOf }: CardFacts): string[] {
  return [
    "## Stages",
    list(
      version.changes
        .toReversed()
        .map(
          ({ at, fromStage, toStage, reason, actorId }) =>
            `${moment(at)}: ${fromStage ? `${inWords(fromStage)} → ` : ""}${inWords(toStage)} (${inWords(reason)}), by ${markdownText(nameOf(actorId))}`,
        ),
    ),
  ];
}
