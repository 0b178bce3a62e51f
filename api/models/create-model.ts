import type { Model } from "../../prisma/client/client.ts";
import type { Scope } from "../actions/define-action.ts";
import { appendAudit } from "../audit/append-audit.ts";
import { canonicalJson, sha256 } from "../platform/canonical-json.ts";
import type { Prisma, Transaction } from "../platform/database.ts";
import type { ModelDefinition } from "./definitions/define-model.ts";
import { lockName, takeReserved } from "./logged/reserved-models.ts";

/**
 * Puts a model of that definition into the registry, without a version yet, with what stood beside its name while that was reserved. Its audit event is another's (`auditNewModel`), which comes last.
 */
export async function createModel(
  tx: Transaction,
  definition: ModelDefinition,
  scope: Pick<Scope, "actor">,
): Promise<Model> {
  const { name, description, task, target } = definition;
  await lockName(tx, name);
  const reserved = await takeReserved(tx, name);
  return tx.model.create({
    data: {
      name,
      description: reserved?.description || description,
      tags: { create: reserved?.tags ?? [] },
      task,
      target: target.column,
      definition: definition as Prisma.InputJsonValue,
      createdBy: scope.actor.id,
    },
  });
}

export async function auditNewModel(
  tx: Transaction,
  definition: ModelDefinition,
  { actor, cause }: Pick<Scope, "actor" | "cause">,
): Promise<void> {
  await appendAudit(tx, {
    action: "registerModel",
    outcome: "DONE",
    actor,
    subject: definition.name,
    summary: `Registered the model ${definition.name}.`,
    details: { definition: sha256(canonicalJson(definition)) },
    before: null,
    after: { name: definition.name },
    cause,
  });
}
