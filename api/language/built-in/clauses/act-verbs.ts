/** Verbs in the base form that ask for a change, with what they ask for; phrasal verbs stand in act-patterns. */
const bases = {
  PROMOTE: "promote deploy activate publish release approve",
  ARCHIVE: "archive retire deactivate demote shelve decommission undeploy unpromote mothball unpublish sunset",
  ROLLBACK: "rollback revert",
  REMOVE:
    "remove delete erase destroy purge discard scrap trash unregister nuke wipe drop eliminate ditch bin axe obliterate",
  TRAIN: "train retrain refit fit rebuild",
} as const;
export type ActVerb = keyof typeof bases;

export interface VerbForm {
  act: ActVerb;
  form: "BASE" | "PAST" | "GERUND" | "THIRD";
}

/** Every form of every verb. */
export const actVerbs: ReadonlyMap<string, VerbForm> = new Map(
  Object.entries(bases).flatMap(([act, verbs]) =>
    verbs.split(" ").flatMap((verb): [string, VerbForm][] => {
      const name = act as ActVerb;
      const stem = verb.endsWith("e")
        ? verb.slice(0, -1)
        : /(?:drop|scrap|fit|bin)$/.test(verb)
          ? verb + verb.at(-1)
          : verb;
      const irregular = verb === "rebuild" ? "rebuilt" : `${stem}ed`;
      return [
        [verb, { act: name, form: "BASE" }],
        [irregular, { act: name, form: "PAST" }],
        [`${stem}ing`, { act: name, form: "GERUND" }],
        [/(?:sh|ch)$/.test(verb) ? `${verb}es` : `${verb}s`, { act: name, form: "THIRD" }],
      ];
    }),
  ),
);
