/** Control characters, separators of lines and paragraphs, and marks that turn the direction of what follows. */
const unprintable = /(?:(?!\n)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\ufeff])+/gu;

/** A line of anybody's text as Markdown that shows just that text: no markup, HTML, link or table's border comes of it. */
export function markdownText(text: string): string {
  return escaped(text.replace(unprintable, " ").replace(/\s+/g, " ").trim());
}

/** Anybody's text of several lines as paragraphs. Blank lines part them; line ends inside of one stay. */
export function markdownParagraphs(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n").replace(unprintable, " ").split("\n");
  return lines
    .map((line) => escaped(line.trim()))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** @param code of any lines; it can't end the block early */
export function markdownCode(language: string, code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${code}\n${fence}`;
}

/** Rows under a head; cells are Markdown already, each of one line. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function escaped(line: string): string {
  return (
    line
      .replace(/[\\`*_[\]<>&|~]/g, "\\$&")
      // What some renderers make links of by themselves.
      .replace(/:(?=\/\/)|@|(?<=\bwww)\./gi, "\\$&")
      // What is a heading, a list, a rule or an underline only at a line's begin.
      .replace(/^(?:[#+=-]|\d{1,9}(?=[.)]))/, (start) => (/\d/.test(start) ? start : `\\${start}`))
      .replace(/^(\d{1,9})([.)])/, "$1\\$2")
  );
}
