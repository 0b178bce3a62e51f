import type { Intent } from "../../gql/graphql.ts";

const words: Record<Intent, string> = {
  ACTIVE_MODEL: "Asks which model is active",
  ARCHIVE: "Wants a version archived",
  AUDIT_HISTORY: "Asks who did what",
  CANCEL_TRAINING: "Wants a training cancelled",
  COMPARE_VERSIONS: "Wants versions compared",
  HELP: "Asks what can be done here",
  LIST_MODELS: "Asks which models there are",
  MODEL_DETAILS: "Asks about a model",
  OUT_OF_SCOPE: "Asks for something that is not done here",
  PREDICT: "Wants a prediction",
  PROMOTE: "Wants a version in production",
  REMOVE: "Wants a model removed",
  ROLLBACK: "Wants the version before back",
  TRAIN: "Wants a model trained",
  TRAINING_STATUS: "Asks how a training goes",
};

/** What a message asks for, in words. */
export function intentInWords(intent: Intent): string {
  return words[intent];
}
