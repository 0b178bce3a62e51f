import type { Intent } from "../../language/interpreter.ts";
import { activeModelIntent } from "./active-model.ts";
import { archiveIntent } from "./archive.ts";
import { auditHistoryIntent } from "./audit-history.ts";
import { cancelTrainingIntent } from "./cancel-training.ts";
import { compareVersionsIntent } from "./compare-versions.ts";
import { helpIntent } from "./help.ts";
import type { IntentHandler } from "./intent-handler.ts";
import { listModelsIntent } from "./list-models.ts";
import { modelDetailsIntent } from "./model-details.ts";
import { outOfScopeIntent } from "./out-of-scope.ts";
import { predictIntent } from "./predict.ts";
import { promoteIntent } from "./promote.ts";
import { removeIntent } from "./remove.ts";
import { rollbackIntent } from "./rollback.ts";
import { trainIntent } from "./train.ts";
import { trainingStatusIntent } from "./training-status.ts";

/** What is done about each intent. A new intent is one file and one line here. */
export const intentHandlers = {
  LIST_MODELS: listModelsIntent,
  ACTIVE_MODEL: activeModelIntent,
  MODEL_DETAILS: modelDetailsIntent,
  COMPARE_VERSIONS: compareVersionsIntent,
  PROMOTE: promoteIntent,
  ARCHIVE: archiveIntent,
  ROLLBACK: rollbackIntent,
  REMOVE: removeIntent,
  TRAIN: trainIntent,
  TRAINING_STATUS: trainingStatusIntent,
  CANCEL_TRAINING: cancelTrainingIntent,
  PREDICT: predictIntent,
  AUDIT_HISTORY: auditHistoryIntent,
  HELP: helpIntent,
  OUT_OF_SCOPE: outOfScopeIntent,
} satisfies Record<Intent, IntentHandler>;

export function handlerOf(intent: Intent): IntentHandler {
  return intentHandlers[intent];
}
