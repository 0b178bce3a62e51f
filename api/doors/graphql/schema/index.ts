import { builder } from "../builder.ts";
import "./errors.ts";
import "./identity.ts";
import "./models.ts";
import "./aliases.ts";
import "./tags.ts";
import "./stage-history.ts";
import "./history.ts";
import "./policies.ts";
import "./proposals.ts";
import "./restoring.ts";
import "./plans.ts";
import "./model-events.ts";
import "./training.ts";
import "./training-options.ts";
import "./reproductions.ts";
import "./lineage.ts";
import "./holdout-differences.ts";
import "./predictions.ts";
import "./registry.ts";
import "./webhooks.ts";
import "./audit.ts";
import "./interpretation.ts";
import "./cards.ts";
import "./chat.ts";
import "./threads.ts";

/** The whole schema. A new noun is a file beside this one, and a line above. */
export const schema = builder.toSchema();
