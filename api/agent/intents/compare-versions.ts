import { runRead } from "../../actions/run-action.ts";
import type { Slots } from "../../language/interpreter.ts";
import { compareVersions } from "../../models/compare-versions.ts";
import {
  headlineMetric,
  holdoutValue,
  isBetter,
  type MetricName,
  metricKinds,
} from "../../models/definitions/metric-kinds.ts";
import { definitionOf } from "../../models/live-models.ts";
import { metricSchema } from "../../models/metric.ts";
import type { AgentContext } from "../agent-context.ts";
import { outcome } from "../outcome.ts";
import { code, listWords, metricValue, stageWord } from "../wording.ts";
import type { DirectHandler } from "./intent-handler.ts";
import { whichModel } from "./which-model.ts";

export const compareVersionsIntent: DirectHandler = {
  kind: "direct",
  actions: ["compareVersions"],
  async perform(context, slots) {
    const which = whichModel(context, slots);
    if ("ask" in which) return which;
    if ("outcome" in which) return which.outcome;
    const versions = slots.versions ?? (slots.version ? [slots.version] : comparedBefore(context, slots, which.model));
    const compared = await runRead(compareVersions, { model: which.model, versions }, context.scope);
    const rows = compared.versions.map((version) => ({
      version: version.version,
      stage: version.stage,
      algorithm: version.algorithm,
      metrics: metricSchema.array().parse(version.metrics),
      createdAt: version.createdAt.toISOString(),
    }));
    const { task, target } = definitionOf(compared.model);
    const metric = headlineMetric[task];
    const { title, better } = metricKinds[metric];
    const measured = rows.map((row) => ({ ...row, value: holdoutValue(row.metrics, metric) }));
    const told = measured.map(({ version, stage, value }) => {
      const figure = value === null ? `no ${title}` : `${title} ${metricValue(metric, value, target.unit)}`;
      return `version ${version} (${stageWord(stage)}) has ${figure}`;
    });
    const best = bestOf(
      measured.flatMap(({ version, value }) => (value === null ? [] : [{ version, value }])),
      metric,
    );
    const verdict = best
      ? ` Version ${best.version} is the best by ${title}${better === "LOWER" ? ", where less is better" : ""}.`
      : "";
    return outcome(
      "COMPARE_VERSIONS",
      `Of ${code(compared.model.name)}, each on the rows held out from it, ${listWords(told)}.${verdict}`,
      {
        cards: [{ type: "VersionComparison", model: compared.model.name, versions: rows }],
        suggestions: rows
          .filter((row) => row.stage !== "PRODUCTION")
          .map((row) => `Promote version ${row.version} of ${compared.model.name}`)
          .slice(0, 2),
        focus: {
          model: compared.model.name,
          compared: { model: compared.model.name, versions: rows.map(({ version }) => version) },
        },
      },
    );
  },
};

/** "Which is better?" after a comparison is about the same versions; a model that is named anew is about its latest. */
function comparedBefore({ focus: { compared } }: AgentContext, slots: Slots, model: string): number[] {
  return slots.model === undefined && compared?.model === model ? compared.versions : [];
}

/** The one that beats all others; undefined for a tie, or when there is nothing to beat. */
function bestOf<T extends { value: number }>(versions: readonly T[], metric: MetricName): T | undefined {
  if (versions.length < 2) return undefined;
  return versions.find((one) => versions.every((other) => other === one || isBetter(metric, one.value, other.value)));
}
