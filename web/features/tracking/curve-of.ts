import type { ChartPoint } from "../../ui/LineChart.tsx";

interface Told {
  value?: number | null | undefined;
  step: number;
}

/**
 * Measurements as something to draw, without those that are no number: over their steps, or, where steps repeat since the program named
 * none, over their places.
 */
export function curveOf(told: readonly Told[]): { xName: "Step" | "Measurement"; points: ChartPoint[] } {
  const numbers = told.flatMap(({ value, step }) => (typeof value === "number" ? [{ value, step }] : []));
  const distinct = new Set(numbers.map(({ step }) => step)).size === numbers.length;
  return {
    xName: distinct ? "Step" : "Measurement",
    points: numbers.map(({ value, step }, index) => ({ x: distinct ? step : index + 1, y: value })),
  };
}
