/** What the benchmark is to come to, and what it came to. */
export interface Aim {
  what: string;
  aim: string;
  measured: string;
  met: boolean;
}

export function table(head: string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line), ""];
}

export function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 1)} ms`;
}
