import type { CombinedError } from "urql";
import { failureText } from "./failure.ts";

/** Why an act came to nothing, as a sentence: it was refused, or could not be asked for. Undefined when it was done. */
export function problemOf(answer: { data?: unknown; error?: CombinedError | undefined }): string | undefined {
  if (answer.error) return failureText(answer.error);
  const [result] = Object.values(answer.data ?? {});
  if (typeof result !== "object" || result === null || !("message" in result)) return undefined;
  return String(result.message);
}
