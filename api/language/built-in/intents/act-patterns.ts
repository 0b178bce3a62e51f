import type { Intent } from "../../interpreter.ts";
import { actVerbs } from "../clauses/act-verbs.ts";

/** A place where a clause speaks of a change. Offsets are into the clause's text. */
export interface ActMatch {
  intent: Intent;
  form: "BASE" | "PAST" | "GERUND" | "THIRD";
  start: number;
  end: number;
  /** The pattern holds its object already ("take it off production"). */
  complete: boolean;
}

const some = "(?:\\S+ ){0,5}?";
const few = "(?:\\S+ ){0,3}?";
const live = `(?:live|active|online|serving|champion|official|in charge|(?:in|into|to|on|for|onto) (?:the )?(?:production|prod|live|service|use)|as (?:the |our )?(?:new )?(?:active|production|live|default|current|champion|main|official)(?: one| model| version)?|the one (?:that )?(?:everybody|everyone|people|users|we|which|in use|that)|the (?:active|live|current|production|default|VERSION)(?: one| model| version)?)`;

/** Phrasal forms, before single verbs: where both begin at one word, the first of these holds. */
const phrasal: readonly { intent: Intent; pattern: string; past?: boolean }[] = [
  {
    intent: "CANCEL_TRAINING",
    pattern: `(?:cancel|stop|abort|kill|halt|interrupt|end|terminate|quit|pause) ${few}(?:training|trainings|train|retraining|run|runs|job|jobs|fit|fitting|retrain|session)`,
  },
  {
    intent: "CANCEL_TRAINING",
    pattern: `(?:cancel|abort|halt) (?:the |that |my )?MODEL(?: one)?(?= $| please| now| too| as)`,
  },
  { intent: "CANCEL_TRAINING", pattern: "(?:stop|kill|end) (?:the |that |my )?MODEL one(?= $| please| now| too| as)" },
  {
    intent: "CANCEL_TRAINING",
    pattern: `(?:training|run|job|retraining) (?:of MODEL |on MODEL |for MODEL )?(?:can|should|must|may|has to|needs to|is to) (?:now |please )?be (?:killed|stopped|cancelled|canceled|aborted|halted|ended|terminated)`,
  },
  { intent: "CANCEL_TRAINING", pattern: `call off ${few}(?:training|run|job)` },
  {
    intent: "ARCHIVE",
    pattern: `(?:take|pull|bring|move|remove|drop|put|get|kick) ${some}(?:off|of|out of|away from|from) (?:the |its )?(?:production|prod|live|service|serving)`,
  },
  {
    intent: "ARCHIVE",
    pattern: `(?:take|pull|put|bring) ${some}(?:offline|down|out of use|to (?:the )?archive|in (?:the )?archive|into (?:the )?archive)`,
  },
  { intent: "ARCHIVE", pattern: `(?:move|moved|send|sent) ${some}(?:to|into) (?:the )?archives?` },
  {
    intent: "ARCHIVE",
    pattern: `(?:MODEL|VERSION|it|that one|this one) (?:(?:to|should|must|can|shall|has to|needs to|now|please|be) ){1,3}(?:retire|(?:go|be|moved|sent|put|belongs?) (?:(?:in|to|into) (?:the )?archives?))`,
  },
  { intent: "ARCHIVE", pattern: `(?:pension|put|send) ${few}(?:off|out to pasture|to rest|on ice)` },
  { intent: "ARCHIVE", pattern: `(?:stop|quit) (?:serving|using) ${few}(?:MODEL|VERSION|it|this|that|model)` },
  { intent: "ROLLBACK", pattern: `roll ${some}back` },
  {
    intent: "ROLLBACK",
    pattern: `(?:go|switch|change|return|move|fall|get|put|bring|set|take|flip) ${few}back(?: ${few}to)? ${few}(?:VERSION|previous|before|earlier|older|production before|last one|one that (?:was|served|worked|ran|we had))`,
  },
  {
    intent: "ROLLBACK",
    pattern: `(?:return|reset|switch|put|bring) ${few}to ${few}(?:before|previous|earlier|prior|old) (?:VERSION|version|one|state)`,
  },
  { intent: "ROLLBACK", pattern: `restore ${few}(?:VERSION|previous|last|earlier)` },
  {
    intent: "ROLLBACK",
    pattern: `(?:undo|reverse|revert) ${few}(?:promotion|promote|deployment|deploy|release|change)`,
  },
  { intent: "ROLLBACK", pattern: `(?:do|make|perform|trigger|start|need|want) (?:a |the )?(?:rollback|roll back)` },
  {
    intent: "PROMOTE",
    pattern: `(?:put|push|bring|move|get|make|set|send|take|turn|switch|mark|roll out) ${some}${live}`,
  },
  {
    intent: "PROMOTE",
    pattern: `make (?:it so |so )?that (?:the )?(?:VERSION|MODEL) (?:\\S+ ){0,3}?(?:is|be|becomes|goes|serves) (?:\\S+ ){0,3}?(?:live|in (?:the )?production|in prod|the (?:live|active|production) (?:one|version|model))`,
  },
  {
    intent: "PROMOTE",
    pattern: `VERSION (?:please )?make (?:it )?(?:in |to )?(?:the )?(?:production|live)(?= $| please| now)`,
  },
  { intent: "ARCHIVE", pattern: `VERSION (?:please )?make (?:in |to )?(?:the )?archived?(?= $| please| now)` },
  {
    intent: "PROMOTE",
    pattern: `let (?:the )?(?:VERSION|MODEL) (?:\\S+ ){0,3}?be (?:\\S+ ){0,3}?(?:production|live|active|the default)`,
  },
  { intent: "PROMOTE", pattern: `(?:go live with|crown|(?:we |let us |lets )?go(?:ing)? with VERSION)` },
  {
    intent: "PROMOTE",
    pattern: `(?:MODEL|VERSION|it|that one|this one) (?:(?:to|should|must|can|shall|has to|needs to|ought to|now|please) ){1,3}(?:go|become|be|get|serve|take over|handle) ?(?:live|online|active|serving|(?:in|into|to|on|onto) (?:the )?(?:production|prod)|the (?:new )?(?:production|live|active|default) (?:one|version|model)|predictions|from now on)`,
  },
  { intent: "PROMOTE", pattern: `(?:ship|launch) (?:it|MODEL|VERSION|the VERSION|that|this)` },
  {
    intent: "PROMOTE",
    pattern: `(?:use|switch to|switch over to|start using|start serving|serve|serve with|change to|move to|upgrade to) (?:the |our )?(?:MODEL )?VERSION(?! (?:to (?:predict|score|estimate|guess|tell|answer)|for|on) )`,
  },
  { intent: "PROMOTE", pattern: `give (?:MODEL|VERSION|it) (?:a |the )?promotion` },
  {
    intent: "REMOVE",
    pattern: `(?:get rid of|getting rid of|get shot of|throw ${few}away|throw away|throw out|wipe out|blow away)`,
  },
  {
    intent: "REMOVE",
    pattern: `(?:want|need|like|get|have) (?:the |that |this |our )?MODEL (?:model )?(?:gone|out of here|deleted|wiped)`,
  },
  {
    intent: "TRAIN",
    pattern: `(?:start|begin|launch|run|kick off|do|make|give me|trigger|need|want|schedule|create|set off|perform|another) (?:(?!you |we |i |to |that |by |with |go |stop |cancel |abort |halt |kill |end |catch |about |how )\\S+ ){0,4}?(?:training|trainings|retraining|training run|train run|train)`,
  },
  {
    intent: "TRAIN",
    pattern: `(?:create|build|make|produce|generate|fit|get me|give me|need|want|prepare) (?:\\S+ ){0,2}?(?:new|newly|another|fresh|~?freshly|updated|better) (?:\\S+ ){0,3}?(?:model|version|one|classifier|MODEL|VERSION)`,
  },
  {
    intent: "TRAIN",
    pattern: `(?:create|build|make) (?:me )?(?:a |an )?(?:VERSION|MODEL)(?: model)?(?= $| with| using| on)`,
  },
  { intent: "TRAIN", pattern: `(?:learn|teach|fit|redo) (?:the |a )?(?:MODEL|model)` },
  {
    intent: "TRAIN",
    pattern: `(?:new|another|fresh|one more) (?:MODEL )?(?:training|retraining|fit|training run)(?= $| please| with| using| now| of| for| on|\\s+NUM)`,
  },
  {
    intent: "TRAIN",
    pattern: `(?:have|give) (?:MODEL|the model|it) (?:another|a new|a fresh|one more) (?:go|training|round|run|fit)`,
  },
];

const expressions = phrasal.map(({ intent, pattern }) => ({
  intent,
  expression: new RegExp(` (${pattern})(?= )`, "g"),
}));
const phrasalPast = [
  { intent: "ARCHIVE", expression: / (taken|took|pulled) (?:\S+ ){0,4}?(?:off|out of|offline|down)(?= )/g },
  { intent: "ROLLBACK", expression: / (rolled|rolling) (?:\S+ ){0,3}?back(?= )/g },
] as const;

const speaksOfModel = / (?:MODEL|VERSION|models?|versions?|it|this|that|them|one|ones|production|prod|service|live) /;

/** Every place where the clause speaks of a change, in order, whether it is asked for or not. */
export function findActs(text: string): ActMatch[] {
  const matches: ActMatch[] = [];
  for (const { intent, expression } of expressions) {
    for (const match of text.matchAll(expression))
      if (!/ (?:not|never|dont|without|no|side|beside|against) /.test(match[0]))
        matches.push({
          intent,
          form: "BASE",
          start: match.index,
          end: match.index + match[0].length,
          complete:
            /\b(?:MODEL|VERSION|it|this|that|them|model|version|one|training|run|job|rollback|back|previous|production)\b/.test(
              match[0],
            ),
        });
  }
  for (const { intent, expression } of phrasalPast) {
    for (const match of text.matchAll(expression)) {
      // "The bag already taken off" speaks of no model.
      if (intent === "ARCHIVE" && !speaksOfModel.test(text)) continue;
      matches.push({
        intent,
        form: match[1] === "rolling" ? "GERUND" : "PAST",
        start: match.index,
        end: match.index + match[0].length,
        complete: true,
      });
    }
  }
  let offset = 0;
  for (const word of text.trim().split(" ")) {
    const verb = actVerbs.get(word);
    const isNoun =
      word === "training" &&
      / (?:the|this|that|my|a|an|of|current|last|is|'s|your|our|any|new|another|each) $|^ $/.test(
        text.slice(0, offset + 1),
      );
    if (verb && !isNoun)
      matches.push({
        intent: verb.act,
        form: verb.form,
        start: offset,
        end: offset + word.length + 1,
        complete: false,
      });
    offset += word.length + 1;
  }
  matches.sort(
    (a, b) => a.start - b.start || Number(a.complete === false) - Number(b.complete === false) || b.end - a.end,
  );
  return matches.filter((match, index) => !matches.slice(0, index).some((before) => before.end > match.start + 1));
}
