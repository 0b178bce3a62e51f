/** What one part of the measuring found. */
export interface Finding {
  what: string;
  /** What it should be; none where it is only told. */
  aim?: string;
  measured: string;
  met?: boolean;
}

/** The value below which a share of the values lies; of none it is not a number. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const inMs = (value: number) => `${Math.round(value)} ms`;
