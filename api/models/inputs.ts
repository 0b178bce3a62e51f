import { z } from "zod";
import { storableText } from "../platform/storable.ts";

/** A model's name as a caller gives it. Whether there is such a model is the action's question. */
export const modelName = z
  .string()
  .trim()
  .min(1, "a model's name is missing")
  .max(64, "a model's name has at most 64 characters")
  // No database column holds these: with a replacement character in it, the name is merely unknown.
  .transform((name) => storableText(name));
export const versionNumber = z.int("a version is a whole number").min(1, "versions count from 1").max(2_147_483_647);

/** Clocks differ: what is no further ahead than this is now. */
const leewayMs = 60_000;

const years = "must be in the years 1 to 9999";
/** A time as the database keeps one. */
export const instant = z
  .date()
  .min(new Date("0001-01-01T00:00:00Z"), years)
  .max(new Date("9999-12-31T23:59:59.999Z"), years);

/** A time that has come: what will be nobody knows. */
export const pastInstant = z
  .union([z.date(), z.iso.datetime({ offset: true }).transform((text) => new Date(text))])
  .refine((at) => at.getTime() >= 0 && at.getTime() <= Date.now() + leewayMs, "must be a time that has come");
