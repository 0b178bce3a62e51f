/**
 * Where a link leads that MLflow's client prints, which names a place of MLflow's own web app behind a #: "#/experiments/1/runs/…".
 * Null when that is none that is here.
 */
export function pathOfClientLink(hash: string): string | null {
  const [path = ""] = hash.replace(/^#/, "").split("?", 1);
  const [noun, id, kind, below] = path.split("/").slice(1).map(decoded);
  if (noun === "experiments" && id) {
    const experiment = `/experiments/${encodeURIComponent(id)}`;
    const known = (kind === "runs" || kind === "models") && below;
    return known ? `${experiment}/${kind}/${encodeURIComponent(below)}` : experiment;
  }
  if (noun === "models") return id ? `/models/${encodeURIComponent(id)}` : "/models";
  return null;
}

/** What is not properly encoded stands for itself. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
