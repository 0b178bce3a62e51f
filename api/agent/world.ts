import type { Scope } from "../actions/define-action.ts";
import { runRead } from "../actions/run-action.ts";
import type { Focus } from "../chat/reply.ts";
import { activeModel } from "../models/active-model.ts";
import { listModels } from "../models/list-models.ts";
import { definitionOf } from "../models/live-models.ts";
import { findRun } from "../training/describe-run.ts";
import type { World } from "./agent-context.ts";

/** What the interpreter may know: names, versions, stages and definitions. */
export async function readWorld(scope: Scope): Promise<World> {
  const [{ models, trainable }, active] = await Promise.all([
    runRead(listModels, { limit: 100 }, scope),
    runRead(activeModel, {}, scope),
  ]);
  return {
    models: [
      ...models.map(({ model, recent }) => ({ definition: definitionOf(model), registered: true, versions: recent })),
      ...trainable.map((definition) => ({ definition, registered: false, versions: [] })),
    ],
    ...(active ? { activeModel: active.model.name } : {}),
  };
}

/** The focus as it is now: a training that was spoken of may have made its version meanwhile; a model may be gone. */
export async function refreshFocus(before: Focus, world: World, scope: Scope): Promise<Focus> {
  const known = world.models.find((model) => model.definition.name === before.model);
  // A question about all models has no model: what was asked is kept.
  if (!known) return { intent: before.intent };
  const focus = isComparable(before, world) ? before : { ...before, compared: undefined };
  if (focus.runId && focus.version === undefined) {
    const run = await runRead(findRun, { runId: focus.runId }, scope);
    if (run?.version) return { ...focus, version: run.version.version };
  }
  const exists = known.versions.some((version) => version.version === focus.version);
  return exists ? focus : { ...focus, version: undefined };
}

/** Whether the versions that were compared last are still there. */
function isComparable({ compared }: Focus, { models }: World): boolean {
  const versions = models.find(({ definition }) => definition.name === compared?.model)?.versions ?? [];
  return compared?.versions.every((number) => versions.some(({ version }) => version === number)) ?? true;
}
