import type { FieldTexts } from "../predictions/feature-values.ts";

/** A form that was begun and not sent: what it knew when it was begun, and what was chosen or typed since. */
export interface FormDraft {
  known: FieldTexts;
  changed: FieldTexts;
}

/** Begun forms of a thread, by model: one at a time is open. */
export type FormDrafts = Map<string, FormDraft>;

/**
 * What of a begun form belongs into the one that asks for the rest of the same case: all of it, but for what was said in words since.
 * A form whose known values do not include those of the begun one is about another case, and takes nothing.
 */
export function carriedOver(draft: FormDraft | undefined, known: FieldTexts): Record<string, string> {
  if (!draft || Object.entries(draft.known).some(([name, text]) => known[name] !== text)) return {};
  return Object.fromEntries(Object.entries(draft.changed).filter(([name]) => known[name] === draft.known[name]));
}
