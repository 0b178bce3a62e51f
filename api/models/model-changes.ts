import type { ModelChangeKind } from "../../prisma/client/client.ts";
import type { Transaction } from "../platform/database.ts";
import { causeColumns, type LogScope, lockStageLog, touch } from "./stages.ts";

export interface NotedChange {
  model: { id: string; name: string };
  /** The version that it was done to, or that an alias points to from then on. */
  version?: { id: string } | null;
  kind: ModelChangeKind;
  /** An alias, or a tag's key. */
  name?: string;
}

/** Notes what was done to a model besides moving its versions between stages, and tells those who follow the registry. */
export async function noteModelChange(
  tx: Transaction,
  { model, version, kind, name }: NotedChange,
  scope: LogScope,
): Promise<void> {
  const at = await lockStageLog(tx, scope.services.clock.now());
  await touch(tx, { modelId: model.id, versionIds: version ? [version.id] : [], at });
  const change = await tx.modelChange.create({
    data: {
      modelId: model.id,
      versionId: version?.id ?? null,
      kind,
      name: name ?? null,
      ...causeColumns(scope),
      at,
    },
  });
  await scope.services.pubSub.publish(tx, "model_event", { model: model.name, changeId: change.id.toString() });
}
