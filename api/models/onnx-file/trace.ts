import type { OnnxFile } from "./read-onnx.ts";

/** Operators that give each value on as it is, if in another form: what is behind them is still that input. */
const passing = new Set(["Identity", "Cast", "Reshape", "Flatten", "Squeeze", "Unsqueeze", "Imputer"]);

/**
 * The categories that the file knows of an input, as its encoders list them; null when it has none for it alone.
 * Only what is sure is told: an input that is mixed with others before it is encoded is not followed.
 */
export function categoriesOf({ operations }: OnnxFile, input: string): string[] | null {
  const reached = new Set([input]);
  for (const { op, inputs, outputs, lists } of operations) {
    const [from = ""] = inputs;
    if (!reached.has(from)) continue;
    if (op === "OneHotEncoder") return lists.get("cats_strings") ?? lists.get("cats_int64s") ?? null;
    if (op === "LabelEncoder") return lists.get("keys_strings") ?? lists.get("keys_int64s") ?? null;
    if (passing.has(op)) for (const output of outputs) reached.add(output);
  }
  return null;
}

/** The classes in the order of the probabilities, when all operators that name classes name the same, or a note does; null otherwise. */
export function classesOf({ operations, notes }: OnnxFile): string[] | null {
  const named = operations.flatMap(({ lists }) =>
    [...lists].filter(([name]) => name.startsWith("classlabels_")).map(([, classes]) => classes),
  );
  const [first] = named;
  const agree = named.every((classes) => classes.join("\0") === first?.join("\0"));
  if (first) return agree ? first : null;
  return listOf(notes.get("classes"));
}

/** The operator that makes of probabilities a list of maps, when an output comes of one: what it is given, and the classes' order. */
export function zipMapOf({ operations }: OnnxFile, output: string): { input: string; classes: string[] } | null {
  const node = operations.find(({ op, outputs }) => op === "ZipMap" && outputs[0] === output);
  const classes = node?.lists.get("classlabels_strings") ?? node?.lists.get("classlabels_int64s");
  const [input] = node?.inputs ?? [];
  return input && classes ? { input, classes } : null;
}

/** A list of texts in JSON, as files that are trained here note their classes. */
function listOf(json: string | undefined): string[] | null {
  if (json === undefined) return null;
  try {
    const list: unknown = JSON.parse(json);
    return Array.isArray(list) && list.length > 0 && list.every((item) => typeof item === "string") ? list : null;
  } catch {
    return null;
  }
}
