/** Tags on an MLflow server by which this product keeps marks of its own: they are not shown as tags here. */
export const ownTag = "modelwright.";
/** Of a version: `candidate`, `archived`, or `production`, which the alias decides. */
export const stageTag = `${ownTag}stage`;
/** Of a version: the training here that made it. */
export const runTag = `${ownTag}training_run`;

/** What a removed model is called on the server until it is restored or given up: no name that a model can have here. */
export function removedName({ name, id }: { name: string; id: string }): string {
  return `${name} (removed, ${id})`;
}

export function isRemovedName(name: string): boolean {
  return / \(removed, [0-9a-f-]{36}\)$/.test(name);
}
