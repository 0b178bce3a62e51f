import { PROGRAMS, Stack } from "./stack.ts";

/** A comment holds 65,536 characters, and this is said of two programs. */
const MOST = 30_000;

/**
 * What the programs as they are would change in a stack, its images left as they are, as a comment on a pull request.
 * @returns whether it could be done: no policy is broken, and the programs end well
 */
export async function diffOf(name: string): Promise<{ possible: boolean; comment: string }> {
  const parts = [`What this pull request would change in **${name}** (the images stay as they are):`];
  let possible = true;
  for (const program of PROGRAMS) {
    const stack = new Stack(program, name);
    if (!(await stack.exists())) {
      parts.push(`\`${program}\` does not exist there yet.`);
      continue;
    }
    const preview = await stack.preview(program === "app" ? await imagesOf(stack) : {});
    possible &&= preview.possible;
    const verdict = preview.possible ? "" : ": **it would fail**";
    parts.push(`<details><summary>${program}${verdict}</summary>\n\n${fenced(preview.shown)}\n</details>`);
  }
  return { possible, comment: `${parts.join("\n\n")}\n` };
}

/** The settings that say which images run, or nothing while none do. */
export async function imagesOf(app: Stack): Promise<{ apiImage?: string; webImage?: string }> {
  const { apiImage, webImage } = await app.outputs();
  return typeof apiImage === "string" && typeof webImage === "string" ? { apiImage, webImage } : {};
}

/** In a fence that is longer than any in the text, which comes from the change itself. */
export function fenced(text: string): string {
  const fence = "`".repeat(Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  const shown = text.length > MOST ? `${text.slice(0, MOST)}\n… and ${text.length - MOST} characters more` : text;
  return `${fence}\n${shown.trimEnd()}\n${fence}`;
}
