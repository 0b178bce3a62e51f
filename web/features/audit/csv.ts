/**
 * A line of a CSV file (RFC 4180), every cell quoted. A cell that a spreadsheet would take for a formula gets an apostrophe before it, as
 * OWASP advises: what people write stands in the log, and must not run where it is read.
 */
export function csvLine(cells: readonly unknown[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(value: unknown): string {
  if (value === null || value === undefined) return '""';
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const isNumber = typeof value === "number";
  const safe = !isNumber && /^\s*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
