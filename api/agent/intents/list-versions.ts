import { runRead } from "../../actions/run-action.ts";
import { compareVersions } from "../../models/compare-versions.ts";
import { headlineMetric, holdoutValue, metricKinds } from "../../models/definitions/metric-kinds.ts";
import { describeModel } from "../../models/describe-model.ts";
import { definitionOf } from "../../models/live-models.ts";
import { metricSchema } from "../../models/metric.ts";
import type { AgentContext } from "../agent-context.ts";
import { type Outcome, outcome } from "../outcome.ts";
import { code, listWords, metricValue, stageWord } from "../wording.ts";
import { versionCard } from "./version-card.ts";

/** Versions that a reply tells of, the newest ones; the model's page has all. */
const mostTold = 10;

/**
 * Which versions a model has, the newest first, each with its stage and how good it is.
 * @throws {NotFoundError} no such model
 */
export async function listVersions({ scope, world }: AgentContext, name: string): Promise<Outcome> {
  const { model, version: only } = await runRead(describeModel, { model: name }, scope);
  const focus = { model: model.name };
  const train = `Train the ${model.name} model with 30% held out`;
  if (!only) {
    const words = `${code(model.name)} has no version yet: one is registered when a training has finished.`;
    return outcome("LIST_MODELS", words, { suggestions: ["How is the training going?", train], focus });
  }
  const known = world.models.find(({ definition }) => definition.name === model.name)?.versions ?? [];
  const numbers = known.slice(0, mostTold).map(({ version }) => version);
  const { versions } =
    numbers.length > 1
      ? await runRead(compareVersions, { model: name, versions: numbers }, scope)
      : { versions: [only] };
  const { task, target } = definitionOf(model);
  const metric = headlineMetric[task];
  const rows = versions.map(({ version, stage, algorithm, metrics, createdAt }) => ({
    version,
    stage,
    algorithm,
    metrics: metricSchema.array().parse(metrics),
    createdAt: createdAt.toISOString(),
  }));
  const told = rows.map(({ version, stage, metrics }) => {
    const value = holdoutValue(metrics, metric);
    const figure = value === null ? "" : `, ${metricKinds[metric].title} ${metricValue(metric, value, target.unit)}`;
    return `version ${version} (${stageWord(stage)}${figure})`;
  });
  const untold = known.length - rows.length;
  const all = listWords(untold > 0 ? [...told, `${untold} older`] : told);
  const count = known.length > 1 ? `${known.length} versions` : "one version";
  const newest = rows[0];
  return outcome("LIST_MODELS", `${code(model.name)} has ${count}: ${all}.`, {
    cards: [
      rows.length > 1 ? { type: "VersionComparison", model: model.name, versions: rows } : versionCard(model, only),
    ],
    suggestions: [
      ...(newest && newest.stage !== "PRODUCTION" ? [`Promote version ${newest.version} of ${model.name}`] : []),
      `Tell me about ${model.name}`,
      `What happened to ${model.name}?`,
    ],
    focus,
  });
}
