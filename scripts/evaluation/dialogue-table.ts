/** How a dialogue went. */
export interface DialogueOutcome {
  id: string;
  topic: string;
  /** Turns that were right before the first that was not. */
  right: number;
  turns: number;
  /** What was wrong with the first turn that was, in a line. */
  fault: string | undefined;
}

/** Dialogues right to the last turn, all and by topic, as a Markdown table. */
export function dialogueTable(columns: readonly { title: string; outcomes: readonly DialogueOutcome[] }[]): string {
  const topics = [...new Set(columns.flatMap(({ outcomes }) => outcomes.map(({ topic }) => topic)))].sort();
  const ratio = (outcomes: readonly DialogueOutcome[]) =>
    outcomes.length === 0 ? "–" : `${outcomes.filter(({ fault }) => !fault).length} of ${outcomes.length}`;
  const rows = topics.map(
    (topic) =>
      `| ${topic} | ${columns.map(({ outcomes }) => ratio(outcomes.filter((item) => item.topic === topic))).join(" | ")} |`,
  );
  return [
    `| dialogues right to the last turn | ${columns.map(({ title }) => title).join(" | ")} |`,
    `|---|${columns.map(() => "---:|").join("")}`,
    `| all | ${columns.map(({ outcomes }) => ratio(outcomes)).join(" | ")} |`,
    ...rows,
  ].join("\n");
}
