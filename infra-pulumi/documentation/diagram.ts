import type { Made } from "../testing/run-program.ts";

export interface Layer {
  title: string;
  made: Made[];
}

/** What nearly everything needs says nothing in a picture. */
const LEFT_OUT = ["base_data"];

/**
 * The components and what they need of each other, as a Mermaid flowchart: an arrow goes from who uses to who is used, wherever a
 * property of one holds an id, a name or an ARN of the other.
 */
export function diagram(layers: Layer[]): string {
  const all = layers.flatMap(({ title, made }) =>
    made.map((resource) => ({
      node: nodeOf(title, resource),
      text: JSON.stringify(resource.inputs),
      mention: mention(resource),
    })),
  );
  const boxes = layers.flatMap(({ title, made }) => [
    `  subgraph ${title}`,
    ...new Set(made.map((resource) => `    ${nodeOf(title, resource)}["${labelOf(resource)}"]`)),
    "  end",
  ]);
  const arrows = new Set<string>();
  for (const user of all) {
    for (const used of all) {
      if (user.node === used.node || LEFT_OUT.includes(used.node) || !used.mention.test(user.text)) continue;
      arrows.add(`  ${user.node} --> ${used.node}`);
    }
  }
  return ["flowchart LR", ...boxes, ...[...arrows].sort()].join("\n");
}

/** The component that index.ts makes, or the resource itself. */
function nodeOf(layer: string, { path, name }: Made): string {
  return `${layer}_${path[0] ?? name}`.replaceAll(/\W/g, "_");
}

/** "Network: network", by the type of the outermost component. */
function labelOf({ urn, path, name }: Made): string {
  const [outermost = ""] = (urn.split("::")[2] ?? "").split("$");
  return `${outermost.split(":").at(-1)}: ${path[0] ?? name}`;
}

/** Finds an id, a name or an ARN of the resource in a text, and not a part of a longer one. */
function mention({ id, outputs }: Made): RegExp {
  const keys = [id, outputs.arn, outputs.address, outputs.dnsName].filter((key) => typeof key === "string");
  const literals = keys.map((key) => key.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`(?<![\\w-])(${literals.join("|")})(?![\\w-])`);
}
