import type { SlotProblem, Slots } from "../../language/interpreter.ts";
import type { AgentContext } from "../agent-context.ts";
import { outcome } from "../outcome.ts";
import { stageWord } from "../wording.ts";
import type { Resolved } from "./intent-handler.ts";
import { whichModel } from "./which-model.ts";

/** Asks for a version of the model that is meant, of those that it is one of; the problem says what kept the message's own words from naming one. */
export function whichVersion(
  context: AgentContext,
  slots: Slots,
  { message: why, among }: Pick<SlotProblem, "message" | "among">,
): Resolved<never> {
  const which = whichModel(context, slots);
  if (!("model" in which)) return which;
  const known = context.world.models.find(({ definition }) => definition.name === which.model);
  const all = known?.versions ?? [];
  const named = all.filter(({ version }) => among?.includes(version));
  const versions = named.length > 1 ? named : all;
  if (versions.length < 2) return { outcome: outcome("CLARIFICATION", why) };
  const options = versions.slice(0, 20).map(({ version, stage }) => ({
    value: String(version),
    label: `version ${version} (${stageWord(stage)})`,
  }));
  return { ask: { slot: "version", question: why, options } };
}
