import { kindOf } from "../testing/query.ts";
import type { Made } from "../testing/run-program.ts";

/** Every property of every resource, one a line, in an order that does not depend on which was asked for first. */
export function recordOf(made: Made[]): string {
  return made
    .map((resource) => ({ title: `${kindOf(resource)} ${resource.name}`, lines: linesOf(resource.inputs) }))
    .toSorted((one, other) => (one.title < other.title ? -1 : 1))
    .map(({ title, lines }) => `${title}\n${lines.map((line) => `  ${line}\n`).join("")}`)
    .join("");
}

function linesOf(properties: object, path = ""): string[] {
  return Object.entries(properties)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([name, value]) => lineOf(`${path}${name}`, readable(value)));
}

function lineOf(path: string, value: unknown): string[] {
  // Tags follow from the name and the stack, and have tests of their own.
  if (path === "tags") return [];
  if (typeof value !== "object" || value === null) return [`${path}: ${value}`];
  if (Object.keys(value).length === 0) return [`${path}: ${JSON.stringify(value)}`];
  return linesOf(value, `${path}.`);
}

/** Policies, definitions and messages are JSON in a text. */
function readable(value: unknown): unknown {
  return typeof value === "string" && /^[[{]"/.test(value) ? JSON.parse(value) : value;
}
