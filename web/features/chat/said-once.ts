/**
 * Leaves out of a reply's Markdown what one of its cards says in the same words: lines that list what will change or what is asked,
 * and whole questions inside a line. A colon that led to such lines becomes a full stop.
 */
export function saidOnce(content: string, byCards: readonly string[]): string {
  const said = new Set(byCards.map((text) => text.trim()));
  const questions = [...said].filter((text) => text.endsWith("?"));
  const kept: string[] = [];
  for (const line of content.split("\n")) {
    if (!said.has(line.replace(/^\s*[-*]\s+/, "").trim())) {
      kept.push(without(line, questions));
      continue;
    }
    const before = kept.findLastIndex((each) => each.trim() !== "");
    const lead = kept[before];
    if (lead?.endsWith(":")) kept[before] = `${lead.slice(0, -1)}.`;
  }
  return kept
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function without(line: string, questions: readonly string[]): string {
  const found = questions.find((question) => line.includes(question));
  if (found === undefined) return line;
  const parts = line.split(found).map((part) => part.trim());
  return without(parts.filter((part) => part !== "").join(" "), questions);
}
