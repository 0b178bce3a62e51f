import { runRead } from "../../actions/run-action.ts";
import { activeModel } from "../../models/active-model.ts";
import { definitionOf } from "../../models/live-models.ts";
import type { AgentContext } from "../agent-context.ts";
import { type Outcome, outcome } from "../outcome.ts";
import { code, measuredAs } from "../wording.ts";
import { versionCard } from "./version-card.ts";

/** What was in production at a time, of a model or of all, and who had brought it there: when, because of which sentence, and why. */
export async function productionThen(
  { scope }: Pick<AgentContext, "scope">,
  { model, at }: { model?: string | undefined; at: Date },
): Promise<Outcome> {
  const then = await runRead(activeModel, { model, at }, scope);
  const when = minute(at);
  if (!then) {
    const what = model ? `No version of ${code(model)}` : "No model";
    return outcome("ACTIVE_MODEL", `${what} was in production on ${when}.`, { focus: model ? { model } : {} });
  }
  const { model: of, change, ...version } = then;
  const card = versionCard(of, { ...version, dataset: null });
  const how = change.reason === "ROLLED_BACK" ? "rolled back to" : "promoted";
  const because = change.message ? `, because of “${change.message}”` : "";
  const why = change.comment ? ` Why: “${change.comment}”.` : "";
  const since = of.removedAt ? ` The model was removed on ${minute(of.removedAt)}.` : "";
  return outcome(
    "ACTIVE_MODEL",
    `On ${when}, ${code(of.name)} version ${version.version} was in production${measuredAs(card.metrics, definitionOf(of).target.unit)}. It was ${how} by ${change.actor} on ${minute(change.at)}${because}.${why}${since}`,
    {
      cards: [card],
      suggestions: [`Who promoted version ${version.version} of ${of.name}?`, "What is in production now?"],
      focus: { model: of.name, version: version.version },
    },
  );
}

function minute(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
