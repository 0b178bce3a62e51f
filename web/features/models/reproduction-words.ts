import type { ReproductionOutcome, ReproductionStatus } from "../../gql/graphql.ts";

interface Reproduced {
  status: ReproductionStatus;
  message: string;
  outcome?: ReproductionOutcome | null;
  report?: { rows: number; largestDifference: number; differingRows: number } | null;
}

/** What came of training a version again, in a sentence; while it is under way, how far it has come. */
export function reproductionInWords({ status, message, outcome, report }: Reproduced): string {
  if (status !== "SUCCEEDED" || !outcome || !report) return message;
  switch (outcome) {
    case "BYTE_EQUAL":
      return "Trained again from its record, the same file came of it, byte for byte.";
    case "PREDICTIONS_EQUAL":
      return `Trained again from its record, it predicts the same on all ${report.rows} rows held out (at most ${report.largestDifference.toExponential(1)} apart), from another file.`;
    case "DIFFERENT":
      return `Trained again from its record, something else came of it: ${report.differingRows} of ${report.rows} rows held out are predicted otherwise (at most ${report.largestDifference.toPrecision(2)} apart).`;
  }
}
