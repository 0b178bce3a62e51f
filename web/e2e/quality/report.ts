import type { Finding } from "./measured.ts";

/** The whole of docs/web-quality.md. */
export function renderReport(
  machine: Record<string, string>,
  sections: readonly { title: string; findings: readonly Finding[] }[],
): string {
  return [
    "# Quality of the web app",
    "",
    "Written by `npm run quality:web`; every number is from the run of this date on this machine, of the production build with its API, worker and",
    "PostgreSQL beside it. Lighthouse's “phone” is its default: a processor four times slower, and a slow line, both simulated. A machine that is busy",
    "with other work makes every time longer.",
    "",
    ...table(["", ""], Object.entries(machine)),
    ...sections.flatMap(({ title, findings }) => [
      `## ${title}`,
      "",
      ...table(
        ["What", "Aim", "Measured", ""],
        findings.map(({ what, aim = "", measured, met }) => [
          what,
          aim,
          measured,
          met === undefined ? "" : met ? "met" : "**not met**",
        ]),
      ),
    ]),
  ]
    .join("\n")
    .trimEnd()
    .concat("\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line), ""];
}
