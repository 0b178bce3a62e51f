import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { z } from "zod";

/** What is read of the environment. The programs themselves read none of it: a stack's settings tell them everything. */
const schema = z.object({
  /** Where what takes long to make is kept; empty counts as not set. */
  XDG_CACHE_HOME: z.string().default(""),
  PATH: z.string().default(""),
  /** The stub provider's folder, which the tests name. */
  STUB_CLOUD: z.string().optional(),
});

const value = schema.parse(process.env);

export const cacheDir = join(value.XDG_CACHE_HOME || join(homedir(), ".cache"), "modelwright");

export const stubCloud = value.STUB_CLOUD;

/** Commands are looked for in these folders first. */
export function pathWith(...folders: string[]): string {
  return [...folders, value.PATH].join(delimiter);
}

/** For a program that is started and must be told all that this one was told, and more. */
export function inherited(more: Record<string, string>): Record<string, string | undefined> {
  return { ...process.env, ...more };
}
