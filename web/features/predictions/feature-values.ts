/** What a feature form needs to know of a feature. */
export interface FormFeature {
  name: string;
  kind: "CATEGORICAL" | "NUMERIC";
  required: boolean;
  min?: number | null;
  max?: number | null;
  /** Whole numbers alone are possible. */
  integer?: boolean;
}

/** What stands in the controls: text, as typed or chosen; absent when nothing was. */
export type FieldTexts = Readonly<Record<string, string>>;

/** What stands in the form at first: the values that are known. */
export function textsOf(values: unknown): FieldTexts {
  if (typeof values !== "object" || values === null) return {};
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      typeof value === "string" || typeof value === "number" ? [[name, String(value)]] : [],
    ),
  );
}

/**
 * Reads the form: the values to send, or what is wrong, by feature. Numbers are numbers; an optional feature that was left empty is
 * absent.
 */
export function readForm(
  features: readonly FormFeature[],
  texts: FieldTexts,
): { values: Record<string, string | number>; problems: Record<string, string> } {
  const values: Record<string, string | number> = {};
  const problems: Record<string, string> = {};
  for (const feature of features) {
    const text = texts[feature.name]?.trim() ?? "";
    if (text === "") {
      if (feature.required) problems[feature.name] = "This is needed for a prediction.";
      continue;
    }
    if (feature.kind === "CATEGORICAL") {
      values[feature.name] = text;
      continue;
    }
    const number = Number(text);
    if (!Number.isFinite(number)) problems[feature.name] = "Write a number.";
    else if (feature.integer && !Number.isInteger(number)) problems[feature.name] = "Write a whole number.";
    else if (feature.min != null && number < feature.min) problems[feature.name] = `At least ${feature.min}.`;
    else if (feature.max != null && number > feature.max) problems[feature.name] = `At most ${feature.max}.`;
    else values[feature.name] = number;
  }
  return { values, problems };
}

/** The numbers that are possible, as a hint: "From 30 to 60 mm."; "" when all are. */
export function rangeInWords(feature: Pick<FormFeature, "min" | "max"> & { unit?: string | null }): string {
  const { min, max, unit } = feature;
  const bounds = [min != null && `from ${min}`, max != null && `to ${max}`].filter(Boolean).join(" ");
  if (!bounds) return "";
  const sentence = `${bounds.charAt(0).toUpperCase()}${bounds.slice(1)}`;
  return unit ? `${sentence} ${unit}.` : `${sentence}.`;
}
