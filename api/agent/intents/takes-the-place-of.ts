import { code, listWords } from "../wording.ts";

/** "It takes the place of version 1, which is archived." Null when nothing leaves production. */
export function takesThePlaceOf(
  modelId: string,
  replaced: readonly { model: { id: string; name: string }; version: { version: number } }[],
): string | null {
  if (replaced.length === 0) return null;
  const names = replaced.map(({ model, version: { version } }) =>
    model.id === modelId ? `version ${version}` : `version ${version} of ${code(model.name)}`,
  );
  return `It takes the place of ${listWords(names)}, which ${names.length === 1 ? "is" : "are"} archived.`;
}
