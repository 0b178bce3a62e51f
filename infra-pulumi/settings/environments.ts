import { SettingsError } from "./errors.ts";

/** What a stack is for. Every number that differs between stacks follows from it, unless the stack's settings say otherwise. */
export type EnvironmentName = "dev" | "qa" | "prod" | "preview";

/** A preview's stack is named after its pull request, and lives as long. */
const PREVIEW = /^pr-\d{1,6}$/;

/** @throws {SettingsError} for a name that is no stack's of this project */
export function environmentOf(stack: string): EnvironmentName {
  if (stack === "dev" || stack === "qa" || stack === "prod") return stack;
  if (PREVIEW.test(stack)) return "preview";
  throw new SettingsError([
    `the stack "${stack}" is none of dev, qa, prod and pr-<number of the pull request>; select one of these`,
  ]);
}
