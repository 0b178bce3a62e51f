import { z } from "zod";
import { modelName, versionNumber } from "./inputs.ts";

export const promotionInput = z.object({
  model: modelName,
  version: versionNumber,
  /** The version that the caller believes to be in production; 0 for none. Omitted or null: whatever is there. */
  expectedCurrent: z.int().min(0).nullish(),
});
