import { z } from "zod";
import { limits } from "../../tracking/limits.ts";

/** How the proto's kinds of fields come in JSON or in an address: what a field may hold, by its kind. */

/** Whole numbers come as numbers, or as text: JSON has none of 64 bits. */
export const int64 = z
  .union([z.int(), z.string().regex(/^-?\d{1,19}$/, "must be a whole number")])
  .transform((value) => BigInt(value))
  .refine((value) => value >= -(2n ** 63n) && value < 2n ** 63n, "must be a whole number of 64 bits");

/** A double; NaN and the infinite come as text. */
export const double = z
  .union([
    z.number(),
    z.enum(["NaN", "Infinity", "-Infinity"]),
    z.string().regex(/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i, "must be a number"),
  ])
  .transform(Number);

export const bool = z
  .union([z.boolean(), z.enum(["true", "false", "True", "False"])])
  .transform((value) => (typeof value === "boolean" ? value : value.toLowerCase() === "true"));

/** A list; in an address one item stands alone. */
export function repeated<Item extends z.ZodType>(item: Item, most = 1_000) {
  return z.preprocess(
    (value) => (value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).max(most),
  );
}

/** How many items a page may have. */
export function maxResults(standard: number, most: number = limits.page) {
  return int64
    .transform(Number)
    .refine((value) => value >= 1 && value <= most, `must be between 1 and ${most}`)
    .optional()
    .transform((value) => value ?? standard);
}

/** Milliseconds since 1970. */
export const timestamp = int64
  .refine((value) => value >= 0n && value <= 253_402_300_799_999n, "must be milliseconds since 1970")
  .transform((value) => new Date(Number(value)));

export const key = z.string().min(1).max(limits.key);
export const tag = z.object({ key, value: z.string().max(limits.tagValue).default("") });
export const name = z.string().trim().min(1).max(limits.name);

/** A text that may be absent: empty says the same, as in the proto. */
export const optionalText = z
  .string()
  .nullish()
  .transform((value) => value || undefined);

/** The id of something, which may be absent. */
export const optionalId = z
  .string()
  .max(100)
  .nullish()
  .transform((value) => value || undefined);

export const pageToken = optionalText;

/** Which of what can be deleted is asked for. */
export const viewType = z
  .enum(["ACTIVE_ONLY", "DELETED_ONLY", "ALL"])
  .nullish()
  .transform(
    (value) => (({ ACTIVE_ONLY: "LIVE", DELETED_ONLY: "DELETED", ALL: "ALL" }) as const)[value ?? "ACTIVE_ONLY"],
  );

/** A run by its id, under either of the names that it had. */
export const runId = { run_id: optionalText, run_uuid: optionalText };

/** An empty message. */
export const done = {};
