import { z } from "zod";

/** The words of a message that a slot was read from, as requests and replies are stored with them (see SlotEvidence). */
export const evidenceSchema = z.object({
  slot: z.string(),
  value: z.unknown(),
  text: z.string(),
  start: z.number(),
  end: z.number(),
  weak: z.boolean(),
});
