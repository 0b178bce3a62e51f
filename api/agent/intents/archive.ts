import { runRead } from "../../actions/run-action.ts";
import { archiveVersion } from "../../models/archive-version.ts";
import { describeModel } from "../../models/describe-model.ts";
import { outcome } from "../outcome.ts";
import { code } from "../wording.ts";
import { confirmed } from "./intent-handler.ts";
import { placedVersion, whichModel } from "./which-model.ts";

export const archiveIntent = confirmed(archiveVersion, {
  heading: ({ model, version }) => `Archive version ${version} of ${model}`,
  question: ({ model, target }) =>
    target.stage === "PRODUCTION"
      ? `Take version ${target.version} of ${code(model.name)} off production? No version of it answers predictions then; a rollback brings it back.`
      : `Archive version ${target.version} of ${code(model.name)}? It can be promoted later all the same.`,
  async resolve(context, slots) {
    const which = whichModel(context, slots);
    if (!("model" in which)) return which;
    const { model } = which;
    const placed = placedVersion(context, model, slots);
    if (placed) return { input: { model, version: placed } };
    const described = await runRead(describeModel, { model }, context.scope);
    if (described.version?.stage === "PRODUCTION") return { input: { model, version: described.version.version } };
    const versions = context.world.models.find((known) => known.definition.name === model)?.versions ?? [];
    const open = versions.filter((version) => version.stage !== "ARCHIVED");
    if (open.length === 0) {
      return {
        outcome: outcome(
          "CLARIFICATION",
          `No version of ${code(model)} is in production, and none is left to archive.`,
        ),
      };
    }
    return {
      ask: {
        slot: "version",
        question: `No version of ${code(model)} is in production. Which one shall be archived?`,
        options: open.slice(0, 20).map(({ version }) => ({ value: String(version), label: `version ${version}` })),
      },
    };
  },
  done: ({ model, version }) =>
    outcome("ARCHIVED", `Done: ${code(model)} version ${version} is archived.`, {
      suggestions: [`Roll back ${model}`, `Who archived version ${version}?`, "What models are available?"],
      focus: { model, version },
    }),
});
