import { PROGRAMS, Stack, stacksOf } from "./stack.ts";

const PREVIEW = /^pr-(\d+)$/;

/** The numbers of the pull requests that have a preview, or a part of one. */
export async function previews(): Promise<number[]> {
  const names = (await Promise.all(PROGRAMS.map(stacksOf))).flat();
  const numbers = names.flatMap((name) => PREVIEW.exec(name)?.[1] ?? []).map(Number);
  return [...new Set(numbers)].toSorted((one, other) => one - other);
}

/** Takes down a preview's stack, or what there is of it; of none there is nothing to do. */
export async function destroyPreview(name: string): Promise<void> {
  for (const program of PROGRAMS.toReversed()) {
    const stack = new Stack(program, name);
    if (await stack.exists()) await stack.destroy();
  }
}
