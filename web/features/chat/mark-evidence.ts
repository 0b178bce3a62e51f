/** A piece of a message, and the slots that were read from it. */
export interface MarkedPart {
  text: string;
  slots: string[];
}

/** Cuts a message where evidence begins and ends. Spans may overlap; those outside the message are left out. */
export function markEvidence(
  message: string,
  evidence: readonly { slot: string; start: number; end: number }[],
): MarkedPart[] {
  const spans = evidence.filter(({ start, end }) => start >= 0 && end <= message.length && start < end);
  const cuts = [...new Set([0, message.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((from, index) => ({
    text: message.slice(from, cuts[index + 1]),
    slots: [...new Set(spans.filter(({ start, end }) => start <= from && from < end).map(({ slot }) => slot))],
  }));
}
