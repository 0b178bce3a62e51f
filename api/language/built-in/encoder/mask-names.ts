/** Stands for a model's name in the texts that the encoder learnt from, so that it needs to know no name. */
export const modelPlaceholder = "modelname";

/**
 * Puts the placeholder where a model was linked.
 * @param spans UTF-16 offsets into `text`, in any order; one that overlaps an earlier one is left out
 */
export function maskNames(text: string, spans: readonly { start: number; end: number }[]): string {
  let masked = "";
  let end = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.start < end) continue;
    masked += text.slice(end, span.start) + modelPlaceholder;
    end = span.end;
  }
  return masked + text.slice(end);
}
