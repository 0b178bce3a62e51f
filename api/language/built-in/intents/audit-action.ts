/** Words that say which kind of act is asked after. */
const kinds: readonly [string, RegExp][] = [
  ["cancelTraining", /^(?:cancelled|canceled|cancel|aborted|stopped)$/],
  ["rollback", /^(?:rollback|rollbacks|reverted|rolled|revert)$/],
  [
    "promoteVersion",
    /^(?:promoted|promote|promotion|promotions|deployed|deploy|activated|released|published|deployment|deployments|live|production)$/,
  ],
  ["archiveVersion", /^(?:archived|archive|archival|archivals|retired|demoted|decommissioned|deactivated)$/],
  ["removeModel", /^(?:removed|remove|removal|removals|deleted|delete|deletion|erased|destroyed|dropped)$/],
  ["trainModel", /^(?:trained|train|training|trainings|retrained|fitted)$/],
  ["registerVersion", /^(?:registered|register|registration)$/],
];

/** The kind of act that the clause asks after ("who promoted version 1?"), or undefined when it asks after all. */
export function auditActionOf(text: string): { name: string; word: string } | undefined {
  const words = text.trim().split(" ");
  if (/ (?:taken|took|pulled|take) (?:\S+ ){0,4}(?:off|out of|offline|down) /.test(text)) {
    const word = words.find((item) => /^(?:taken|took|pulled|take)$/.test(item));
    if (word) return { name: "archiveVersion", word };
  }
  if (/ cancel\S* /.test(text))
    return { name: "cancelTraining", word: words.find((item) => /^cancel/.test(item)) ?? "cancelled" };
  const verbs = words.filter((word) => word !== "training" && word !== "live" && word !== "production");
  for (const word of [...verbs, ...words.filter((item) => item === "training")]) {
    const kind = kinds.find(([, pattern]) => pattern.test(word));
    if (kind) return { name: kind[0], word };
  }
  const put = words.find((word) => /^(?:put|pushed|made|moved|set|went|go|goes)$/.test(word));
  return put && / (?:live|production|active) /.test(text) ? { name: "promoteVersion", word: put } : undefined;
}
