import type { ReproductionOutcome } from "../../../prisma/client/client.ts";
import type { Examples } from "../../datasets/training-examples.ts";
import type { ModelDefinition } from "../../models/definitions/define-model.ts";
import type { Metric } from "../../models/metric.ts";
import { apart, rowPrediction, scoreExamples } from "../../predictions/score-examples.ts";
import { parityTolerance } from "../onnx/check-parity.ts";
import { mostRowsShown, type ReproductionReport } from "./report.ts";

export interface Reproduced {
  outcome: ReproductionOutcome;
  report: ReproductionReport;
}

/** Metrics that came out otherwise than recorded, in the order of the record. */
export function differingMetrics(
  recorded: readonly Metric[],
  reproduced: readonly Metric[],
): ReproductionReport["metrics"] {
  const key = ({ name, split }: Metric) => `${split} ${name}`;
  const values = (metrics: readonly Metric[]) => new Map(metrics.map((metric) => [key(metric), metric.value]));
  const [before, after] = [values(recorded), values(reproduced)];
  const all = new Map([...recorded, ...reproduced].map((metric) => [key(metric), metric]));
  return [...all].flatMap(([name, metric]) => {
    const [one, other] = [before.get(name) ?? null, after.get(name) ?? null];
    const equal = one !== null && other !== null && apart(one, other) <= parityTolerance;
    return equal ? [] : [{ name: metric.name, split: metric.split, recorded: one, reproduced: other }];
  });
}

/**
 * Holds two files of a model against each other on the rows held out.
 * @throws the signal's reason once it is aborted
 */
export async function compareOutcome(
  files: { recorded: Uint8Array; reproduced: Uint8Array; reproducedSha256: string },
  metrics: { recorded: readonly Metric[]; reproduced: readonly Metric[] },
  definition: ModelDefinition,
  test: Examples,
  signal: AbortSignal,
): Promise<Reproduced> {
  const recorded = await scoreExamples(files.recorded, definition, test, signal);
  const reproduced = await scoreExamples(files.reproduced, definition, test, signal);
  let largestDifference = 0;
  let differingRows = 0;
  const shown: ReproductionReport["shown"] = [];
  for (let row = 0; row < test.count; row += 1) {
    let difference = 0;
    for (let at = row * recorded.width; at < (row + 1) * recorded.width; at += 1) {
      difference = Math.max(difference, apart(recorded.scores[at] as number, reproduced.scores[at] as number));
    }
    largestDifference = Math.max(largestDifference, difference);
    const otherLabel = recorded.probabilities !== null && recorded.values[row] !== reproduced.values[row];
    if (difference <= parityTolerance && !otherLabel) continue;
    differingRows += 1;
    if (shown.length >= mostRowsShown) continue;
    shown.push({
      row: test.rowIndices[row] as number,
      recorded: rowPrediction(recorded, definition, row),
      reproduced: rowPrediction(reproduced, definition, row),
    });
  }
  const otherMetrics = differingMetrics(metrics.recorded, metrics.reproduced);
  return {
    outcome: differingRows === 0 && otherMetrics.length === 0 ? "PREDICTIONS_EQUAL" : "DIFFERENT",
    report: {
      artifactSha256: files.reproducedSha256,
      rows: test.count,
      largestDifference,
      metrics: otherMetrics,
      differingRows,
      shown,
    },
  };
}
