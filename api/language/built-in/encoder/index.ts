export { createIntentEncoder, type IntentEncoder, type IntentEncoderOptions } from "./create-intent-encoder.ts";
export type { IntentOpinion } from "./intent-opinion.ts";
export { maskNames, modelPlaceholder } from "./mask-names.ts";
