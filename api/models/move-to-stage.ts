import type { Scope } from "../actions/define-action.ts";
import { runAction, runRead } from "../actions/run-action.ts";
import { ConflictError, InvalidInputError } from "../platform/errors.ts";
import { archiveVersion } from "./archive-version.ts";
import { deleteAlias } from "./delete-alias.ts";
import { describeModel } from "./describe-model.ts";
import { promoteVersion } from "./promote-version.ts";
import { restoreVersion } from "./restore-version.ts";
import { setAlias } from "./set-alias.ts";

/** The four stages that MLflow had before aliases, as far as clients still ask for them. */
export const oldStages = ["None", "Staging", "Production", "Archived"] as const;
export type OldStage = (typeof oldStages)[number];
/** A candidate that is being tried: what was a stage of its own is an alias. */
export const stagingAlias = "staging";

/** The old stage of a version. */
export function oldStageOf(stage: "CANDIDATE" | "PRODUCTION" | "ARCHIVED", aliases: readonly string[]): OldStage {
  if (stage === "PRODUCTION") return "Production";
  if (stage === "ARCHIVED") return "Archived";
  return aliases.includes(stagingAlias) ? "Staging" : "None";
}

/**
 * Moves a version to one of the old stages, by the acts that there are: Production promotes, Archived archives, Staging is the alias
 * `staging` on a candidate, None takes that off; both restore an archived version. A version that is there already stays.
 * @throws {InvalidInputError} another stage
 * @throws {ConflictError} from production back to a candidate
 */
export async function moveToStage(
  scope: Scope,
  { model, version, stage }: { model: string; version: number; stage: string },
): Promise<void> {
  const to = oldStages.find((each) => each.toLowerCase() === stage.toLowerCase());
  if (!to) {
    const message = `The stage must be one of ${oldStages.join(", ")}, not "${stage.slice(0, 40)}".`;
    throw new InvalidInputError(message, [{ path: "stage", message }]);
  }
  const found = await runRead(describeModel, { model, version }, scope);
  const aliases = await scope.services.database.modelAlias.findMany({ where: { versionId: found.version?.id ?? "" } });
  const from = oldStageOf(
    found.version?.stage ?? "CANDIDATE",
    aliases.map(({ name }) => name),
  );
  if (from === to) return;
  if (to === "Production") return promote(scope, { model, version });
  if (to === "Archived") return void (await runAction(archiveVersion, { model, version }, scope));
  if (from === "Production") {
    throw new ConflictError(
      `Version ${version} of ${model} is in production: archive it, or promote another, before it goes to ${to}.`,
    );
  }
  if (from === "Archived") await runAction(restoreVersion, { model, version }, scope);
  const staged = aliases.some(({ name }) => name === stagingAlias);
  if (to === "Staging" && !staged) await runAction(setAlias, { model, alias: stagingAlias, version }, scope);
  if (to === "None" && staged) await runAction(deleteAlias, { model, alias: stagingAlias }, scope);
}

/** @throws {ConflictError} when the model's policy asks for a second person: it is proposed then, and nothing moved */
async function promote(scope: Scope, target: { model: string; version: number }): Promise<void> {
  const { proposalId } = await runAction(promoteVersion, target, scope);
  if (proposalId === null) return;
  throw new ConflictError(
    `Version ${target.version} of ${target.model} is not in production yet: its policy asks for a second person, who has to approve the proposal ${proposalId}.`,
  );
}
