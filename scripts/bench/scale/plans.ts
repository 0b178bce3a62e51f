/** What the server writes about each statement when it explains them itself. */
const begins = /LOG:\s+duration: ([\d.]+) ms\s+plan:/;

export interface StatementPlan {
  milliseconds: number;
  /** As PostgreSQL draws it, the statement left out. */
  plan: string;
}

/** Takes the plans out of the server's log. */
export function plansIn(lines: readonly string[]): StatementPlan[] {
  const found: { milliseconds: number; lines: string[] }[] = [];
  for (const line of lines) {
    const [, milliseconds] = begins.exec(line) ?? [];
    if (milliseconds) found.push({ milliseconds: Number(milliseconds), lines: [] });
    else if (/^\s/.test(line)) found.at(-1)?.lines.push(line);
    else if (line !== "") found.push({ milliseconds: Number.NaN, lines: [] });
  }
  return found
    .filter(({ milliseconds, lines: inside }) => !Number.isNaN(milliseconds) && inside.length > 0)
    .map(({ milliseconds, lines: inside }) => ({ milliseconds, plan: withoutStatement(inside) }));
}

/** Nodes are drawn from the first line with costs or rows on; before it stands the statement, in as many lines as it has. */
function withoutStatement(lines: readonly string[]): string {
  const first = lines.findIndex((line) => /\((cost|actual|rows)/.test(line));
  const drawn = lines.slice(Math.max(first, 0)).map((line) => line.replace(/^\t/, "").trimEnd());
  const least = Math.min(...drawn.map((line) => line.search(/\S/)).filter((indent) => indent >= 0));
  return drawn.map((line) => line.slice(least)).join("\n");
}
