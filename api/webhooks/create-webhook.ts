import { z } from "zod";
import { defineWrite } from "../actions/define-action.ts";
import { modelEventTypes, newestChange } from "../models/model-events.ts";
import { lockStageLog } from "../models/stages.ts";
import { InvalidInputError, LimitExceededError } from "../platform/errors.ts";
import { newSecret } from "./sign.ts";
import { problemOf } from "./webhook-url.ts";

export const mostWebhooks = 50;

/** The advisory lock under which webhooks are made, so that the limit holds. */
const admissionLock = 7_305_022;

export interface CreatedWebhook {
  webhookId: string;
  /** Shown this once. */
  secret: string;
}

/** Has another system told of what changes from now on. */
export const createWebhook = defineWrite({
  name: "createWebhook",
  title: "Create a webhook",
  description:
    "Has another system told of what changes in the registry from now on: by POST, signed by the secret that is shown this once, tried again when it fails.",
  risk: "write",
  permission: "webhooks:manage",
  input: z.object({
    url: z.string().max(2_000, "a webhook's URL has at most 2000 characters"),
    /** None: all, of kinds that come later too. */
    events: z.array(z.enum(modelEventTypes)).max(modelEventTypes.length).default([]),
  }),
  // What stands behind the host may be a secret of the receiver's.
  auditable: (input) => ({ url: hostIn(input) }),
  subject: ({ url }) => ({ subject: hostIn({ url }) }),
  async plan(tx, { url }, { services: { webhooks } }) {
    const problem = problemOf(url, webhooks);
    if (problem) throw new InvalidInputError(`The webhook's URL ${problem}.`, [{ path: "url", message: problem }]);
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${admissionLock})`;
    if ((await tx.webhook.count()) >= mostWebhooks) {
      throw new LimitExceededError(`There are ${mostWebhooks} webhooks, which is the most. Delete one first.`);
    }
    return {
      host: new URL(url).host,
      effects: [`${new URL(url).host} is told of what changes in the registry from now on.`],
      gates: [],
      basis: { url },
    };
  },
  async execute(tx, { url, events }, { host }, { actor, services }) {
    // Whatever is committed after this has a higher number.
    await lockStageLog(tx, services.clock.now());
    const secret = newSecret();
    const unique = [...new Set(events)];
    const { id: webhookId } = await tx.webhook.create({
      data: {
        url: new URL(url).href,
        events: unique,
        secret,
        afterChange: BigInt(await newestChange(tx)),
        createdAt: services.clock.now(),
        createdBy: actor.id,
      },
    });
    const result: CreatedWebhook = { webhookId, secret };
    return {
      result,
      audit: {
        summary: `Made a webhook to ${host}.`,
        details: { webhookId, events: unique },
        before: null,
        after: { active: true },
      },
    };
  },
});

/** The host that an input names, or "?". */
function hostIn(input: unknown): string {
  const url = input !== null && typeof input === "object" && "url" in input ? input.url : undefined;
  return (typeof url === "string" && URL.parse(url)?.host) || "?";
}
