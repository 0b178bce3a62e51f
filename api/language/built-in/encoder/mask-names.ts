/** Stands for a model's name in the texts that the encoder learnt from, so that it needs to know no name. */
export const modelPlaceholder = "modelname";

/** A part of a text, in UTF-16 offsets. */
export interface Span {
  start: number;
  end: number;
}

/** Puts the placeholder where a model was linked. Spans in any order; one that overlaps an earlier one is left out. */
export function maskNames(text: string, spans: readonly Span[]): string {
  return replaceSpans(
    text,
    spans.map(({ start, end }) => ({ start, end, by: modelPlaceholder })),
  );
}

/** Puts other words in place of spans, in any order; one that overlaps an earlier one is left out. */
export function replaceSpans(text: string, spans: readonly (Span & { by: string })[]): string {
  let replaced = "";
  let end = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.start < end) continue;
    replaced += text.slice(end, span.start) + span.by;
    end = span.end;
  }
  return replaced + text.slice(end);
}
