import * as database from "../../../../prisma/client/enums.ts";
import { replyKinds } from "../../../chat/reply.ts";
import { intents } from "../../../language/interpreter.ts";
import { modelEventTypes } from "../../../models/model-events.ts";
import { builder } from "../builder.ts";

export const Intent = builder.enumType("Intent", { values: intents });
export const ReplyKind = builder.enumType("ReplyKind", {
  description: "What a reply is, so that a client can choose how to show it.",
  values: replyKinds,
});
export const Task = builder.enumType(database.Task, { name: "Task" });
export const Stage = builder.enumType(database.Stage, { name: "Stage" });
export const StageChangeReason = builder.enumType(database.StageChangeReason, { name: "StageChangeReason" });
export const FeatureKind = builder.enumType("FeatureKind", { values: ["CATEGORICAL", "NUMERIC"] as const });
export const TrainingStatus = builder.enumType(database.TrainingStatus, { name: "TrainingStatus" });
export const TrainingEventType = builder.enumType(database.TrainingEventType, { name: "TrainingEventType" });
export const ReproductionStatus = builder.enumType(database.ReproductionStatus, { name: "ReproductionStatus" });
export const ReproductionOutcome = builder.enumType(database.ReproductionOutcome, { name: "ReproductionOutcome" });
export const DeliveryStatus = builder.enumType(database.DeliveryStatus, { name: "DeliveryStatus" });
export const PendingKind = builder.enumType(database.PendingKind, { name: "PendingKind" });
export const PendingStatus = builder.enumType(database.PendingStatus, { name: "PendingStatus" });
export const TurnStatus = builder.enumType(database.TurnStatus, { name: "TurnStatus" });
export const ChatEventType = builder.enumType(database.ChatEventType, { name: "ChatEventType" });
export const AuditOutcome = builder.enumType(database.AuditOutcome, { name: "AuditOutcome" });
export const ModelEventType = builder.enumType("ModelEventType", { values: modelEventTypes });
export const LoggedRunStatus = builder.enumType(database.ProgramRunStatus, { name: "LoggedRunStatus" });
export const LoggedModelStatus = builder.enumType(database.LoggedModelStatus, { name: "LoggedModelStatus" });
export const LoggedModelUse = builder.enumType(database.ModelUse, { name: "LoggedModelUseKind" });
