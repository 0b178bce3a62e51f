import { Config, runtime } from "@pulumi/pulumi";
import type { z } from "zod";
import { SettingsError } from "./errors.ts";

/**
 * The settings of the stack, by the schema. A name that the schema doesn't have is an error too: misspelt, it would be passed over
 * in silence.
 * @throws {SettingsError} naming each setting that is wrong, and what it must be
 */
export function readSettings<T extends z.ZodObject>(schema: T, config = new Config()): z.output<T> {
  const prefix = `${config.name}:`;
  const names = Object.keys(schema.shape);
  const unknown = Object.keys(runtime.allConfig())
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .filter((name) => !names.includes(name));
  const given = Object.fromEntries(
    names.map((name) => [name, config.get(name)] as const).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = schema.safeParse(given);
  const reasons = [
    ...unknown.map((name) => `${name} is no setting; there are ${names.join(", ")}`),
    ...(parsed.success ? [] : parsed.error.issues.map((issue) => reason(issue, given))),
  ];
  if (reasons.length > 0) throw new SettingsError(reasons);
  return parsed.data as z.output<T>;
}

function reason({ path, message }: z.core.$ZodIssue, given: Record<string, string | undefined>): string {
  const name = path.map(String).join(".");
  const value = given[name];
  // A setting that may be a secret is not shown.
  const shown = value === undefined || /secret$/i.test(name) ? "" : `, not "${value.slice(0, 80)}"`;
  return `${name} ${value === undefined && message.startsWith("Invalid input") ? "must be set" : message}${shown}`;
}
