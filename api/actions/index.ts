import { auditHistory } from "../audit/audit-history.ts";
import { verifyAuditLog } from "../audit/verify-audit-log.ts";
import { deleteThread } from "../chat/delete-thread.ts";
import { renameThread } from "../chat/rename-thread.ts";
import { restoreThread } from "../chat/restore-thread.ts";
import { stopReply } from "../chat/stop-reply.ts";
import { activeModel } from "../models/active-model.ts";
import { archiveVersion } from "../models/archive-version.ts";
import { modelCard } from "../models/card/model-card.ts";
import { compareVersions } from "../models/compare-versions.ts";
import { deleteAlias } from "../models/delete-alias.ts";
import { deleteTag } from "../models/delete-tag.ts";
import { describeModel } from "../models/describe-model.ts";
import { holdoutDifferences } from "../models/holdout-differences.ts";
import { listModels } from "../models/list-models.ts";
import { registerLogged } from "../models/logged/register-logged.ts";
import { changeReserved, releaseModel, reserveModel } from "../models/logged/reserved-models.ts";
import { modelHistory } from "../models/model-history.ts";
import { promoteVersion } from "../models/promote-version.ts";
import { approveProposal } from "../models/proposals/approve-proposal.ts";
import { findProposal } from "../models/proposals/find-proposal.ts";
import { rejectProposal } from "../models/proposals/reject-proposal.ts";
import { removeModel } from "../models/remove-model.ts";
import { restoreModel } from "../models/restore-model.ts";
import { restoreVersion } from "../models/restore-version.ts";
import { rollback } from "../models/rollback.ts";
import { searchModels } from "../models/search-models.ts";
import { searchVersions } from "../models/search-versions.ts";
import { setAlias } from "../models/set-alias.ts";
import { setDescription } from "../models/set-description.ts";
import { setPolicy } from "../models/set-policy.ts";
import { setTag } from "../models/set-tag.ts";
import { predict } from "../predictions/predict.ts";
import { cancelTraining } from "../training/cancel-training.ts";
import { findRun } from "../training/describe-run.ts";
import { reproduceVersion } from "../training/reproduction/reproduce-version.ts";
import { trainModel } from "../training/train-model.ts";

import { createWebhook } from "../webhooks/create-webhook.ts";
import { deleteWebhook } from "../webhooks/delete-webhook.ts";
import { listWebhooks } from "../webhooks/list-webhooks.ts";
import { redeliverWebhook } from "../webhooks/redeliver-webhook.ts";
import { testWebhook } from "../webhooks/test-webhook.ts";

/** Everything that can be done here, by name. What is not in this list can't be done by anyone. */
export const actions = {
  listModels,
  searchModels,
  searchVersions,
  describeModel,
  activeModel,
  compareVersions,
  holdoutDifferences,
  modelCard,
  modelHistory,
  promoteVersion,
  archiveVersion,
  rollback,
  removeModel,
  restoreVersion,
  restoreModel,
  setPolicy,
  findProposal,
  approveProposal,
  rejectProposal,
  setAlias,
  deleteAlias,
  setTag,
  deleteTag,
  setDescription,
  reserveModel,
  changeReserved,
  releaseModel,
  registerLogged,
  trainModel,
  findRun,
  cancelTraining,
  reproduceVersion,
  predict,
  auditHistory,
  verifyAuditLog,
  listWebhooks,
  createWebhook,
  deleteWebhook,
  testWebhook,
  redeliverWebhook,
  renameThread,
  deleteThread,
  restoreThread,
  stopReply,
} as const;

export type ActionName = keyof typeof actions;
