import type { Intent } from "../../interpreter.ts";

/** A rule for a question that changes nothing: the clause's text must match `when` and none of `unless`. */
export interface QuestionRule {
  intent: Intent;
  when: RegExp;
  unless?: RegExp;
  confidence: number;
  /** What the encoder was never taught to tell apart. */
  certain?: boolean;
  /** Foreign words that are borne: none, unless said. */
  foreign?: number;
}

const acted =
  "(?:promoted|deployed|activated|archived|retired|removed|deleted|erased|trained|retrained|rolled back|rolled|reverted|cancelled|canceled|stopped|changed|released|registered|created|built|touched|taken|took|put|demoted|made|published|dropped|decommissioned|deactivated|moved|pushed|started|modified|undid|undone)";
const quality =
  "(?:accuracy|accurate|r2|rmse|mae|f1|precise|precision|recall|auc|loss|metrics?|scores?|performance|performing|performs?|reliable|good|well|quality|error|trustworthy)";
const liveWords =
  "(?:live|active|activated|serving|serves?|answers|answering|deployed|in production|in prod|in use|in service|being used|used (?:now|currently|right now|at the moment)|currently used|running|online|on duty|promoted|handles|handling|used for predictions?|(?:uses?|using) (?:now|currently|right now))";

/** In order: the first that matches is taken. */
export const questionRules: readonly QuestionRule[] = [
  {
    intent: "AUDIT_HISTORY",
    when: new RegExp(` (?:who|whom|by whom|when|who 's|since when) (?:\\S+ ){0,8}?${acted} `),
    unless: / (?:if|would|should|when will) |^ when (?:\S+ ){0,4}(?:finished|done) /,
    confidence: 0.95,
  },
  {
    intent: "AUDIT_HISTORY",
    when: / who did what | who (?:\S+ )?(?:did|done|make|made|do|has|have) (?:\S+ ){0,4}(?:it|this|that|promotion|removal|deletion|training|archival|rollback|promote|archive|remove|delete|train|deploy|release|roll) /,
    unless: / (?:should|would|can|could) /,
    confidence: 0.9,
  },
  {
    intent: "AUDIT_HISTORY",
    when: / (?:who|when|since when) (?:\S+ ){0,5}(?:go|goes|went|come|came|put|made|set|is|was|been|been) (?:\S+ ){0,3}(?:live|active|production|offline|into service) /,
    unless: / (?:will|should|would|can) /,
    confidence: 0.85,
  },
  {
    intent: "AUDIT_HISTORY",
    when: / (?:what|anything|something|everything) (?:\S+ ){0,2}(?:happened|changed|occurred|going on) (?:to|with|on|since|in|lately|recently|yesterday|today|here|last|this) /,
    unless: / training /,
    confidence: 0.95,
  },
  {
    intent: "AUDIT_HISTORY",
    when: / what (?:has |have )?(?:all )?(?:happened|changed|been (?:done|changed)) /,
    confidence: 0.9,
  },
  {
    intent: "AUDIT_HISTORY",
    when: / (?:audit|history|logs?|journal|trail|past (?:events|actions|changes)|activity|activities|event log|change log|changes made|record of) /,
    unless: / log loss |logistic/,
    confidence: 0.92,
  },
  {
    intent: "AUDIT_HISTORY",
    when: new RegExp(
      `^ (?:so |and |please |tell me |know |i (?:want|would like) to know |do you know |can you tell me )*(?:if |whether )?(?:did|has|have|had|was|were) (?:\\S+ ){0,7}?(?:${acted}|promote|archive|remove|delete|train|retrain|roll back|rollback|deploy|retire|change|touch|take|cancel) `,
    ),
    unless: / (?:training|run) (?:\S+ )?(?:finished|done|complete) /,
    confidence: 0.9,
  },
  {
    intent: "AUDIT_HISTORY",
    when: / (?:who|whom) (?:\S+ ){0,3}(?:responsible|behind|author|owner) /,
    unless: / what /,
    confidence: 0.7,
  },
  {
    intent: "AUDIT_HISTORY",
    when: / (?:last|latest|recent|VERSION|all|list|show|see) (?:\S+ ){0,3}(?:changes|events|actions|promotions?|archivals?|removals?|deployments?|rollbacks?) /,
    unless: / (?:put|set|make) /,
    confidence: 0.85,
  },
  {
    intent: "TRAINING_STATUS",
    when: / (?:how|hows|how 's) (?:\S+ ){0,5}(?:training|run|train|retraining|job) (?:\S+ ){0,3}(?:going|doing|coming|progressing|along|far|look|looking)? ?/,
    unless: / (?:train|training) (?:data|set) | how (?:do|can|to|would|could|should|many) |accura/,
    confidence: 0.93,
  },
  {
    intent: "TRAINING_STATUS",
    when: / (?:status|progress|state) (?:\S+ ){0,4}(?:training|trainings|run|runs|train|job|jobs|retraining) | (?:training|run|job|train) (?:\S+ )?(?:status|progress|state) /,
    confidence: 0.95,
  },
  {
    intent: "MODEL_DETAILS",
    when: /^ (?:(?:and|so|but|ok|wait|hm|hmm) )*(?:is|are) (?:(?!live|active)\S+ ){1,5}?still (?:\S+ ){0,2}?(?:there|around|available|candidates?|archived|registered|listed|here|exists?|existing|kept|stored) /,
    confidence: 0.85,
  },
  {
    intent: "TRAINING_STATUS",
    when: / (?:is|are|has|have|was|did|when will|will) (?:\S+ ){0,4}(?:training|trainings|run|job|train|retraining|trained|it|MODEL|model) (?:\S+ ){0,3}(?:done|finished|finish|complete|completed|over|ready|progressing|going|running|fail|failed|stuck|succeed|still) /,
    unless:
      / (?:live|active|production) | it (?:\S+ )?(?:going to|running in)| still (?:there|here|around|available|listed|registered) /,
    confidence: 0.85,
  },
  {
    intent: "TRAINING_STATUS",
    when: / (?:is|are) (?:\S+ ){0,3}(?:still )?(?:training|being trained|retraining) | (?:still|currently) training | (?:done|finished) training | how (?:far|long) (?:\S+ ){0,6}(?:train|training|left|take|done|run) | (?:is|are) (?:you|it|we) (?:done|finished|ready)(?: yet)? $|training (?:yet|finished|done|update) | any (?:progress|news|update) (?:\S+ ){0,3}(?:training|run) |^ (?:training|progress|status)(?: please| now)? $/,
    unless: / how (?:do|to|can) /,
    confidence: 0.85,
  },
  {
    intent: "COMPARE_VERSIONS",
    when: /^ (?:(?:and|also|please|then) )*MODEL VERSION (?:with|against|to|versus) (?:MODEL )?VERSION(?: please| too| also| as well)* $| (?:compare|comparison|~?comparation|~?comparision|~?comparaison|compared|comparing|difference|differences|differ|diff|versus|vs|side by side|stack up|~stack up|stacks up|against each other) | (?:VERSION|NUM) v (?:VERSION|NUM) |^ MODEL VERSION VERSION $| VERSION (?:\S+ ){0,2}against (?:\S+ ){0,2}VERSION /,
    unless: / what (?:is|'s) (?:the )?difference between (?:a |an )?(?:archive|promot|remov|delet|train)/,
    confidence: 0.9,
  },
  {
    intent: "COMPARE_VERSIONS",
    when: / (?:better|worse|more accurate|less accurate|more good|best|improve|improvement|improved|stronger|beat|beats|outperform|outperforms|as good) (?:\S+ ){0,3}?(?:than|VERSION|or|of|over) /,
    unless: / (?:passenger|survive) /,
    confidence: 0.85,
  },
  {
    intent: "COMPARE_VERSIONS",
    when: / (?:which|what|who) (?:\S+ ){0,4}(?:is|version|versions|one|model|VERSION|two|of them) (?:\S+ ){0,4}(?:better|best|more good|more accurate|most accurate|worse|stronger|highest) | VERSION (?:\S+ ){0,2}or (?:\S+ ){0,2}VERSION /,
    confidence: 0.85,
  },
  {
    intent: "LIST_MODELS",
    when: / (?:list|show|see|display|give|enumerate|print|get|tell|browse|which|what|whats|how many|any|all|every|each|are there|know) (?:\S+ ){0,5}?versions? (?:\S+ ){0,4}?(?:MODEL|it|there|exist|exists|have|has|available|registered|do we have|do you have|that one|this one) | (?:list|show|see|display|enumerate|all|every) (?:\S+ ){0,3}?MODEL (?:'s )?versions | (?:list|show|tell|give|display) (?:\S+ ){0,2}(?:its|their|all|the) versions(?: please| too| as well)* $| versions of (?:the )?MODEL(?: (?:model|please|pls|now|thanks))* $|^ (?:the )?MODEL (?:'s )?versions(?: (?:please|pls|list))* $/,
    unless: new RegExp(
      ` (?:VERSION|version of) | ${quality} | ${liveWords} | (?:what|which|the|this|that|a|latest|newest|last|first|current|one) version (?!exist|there)| (?:difference|differences|compare|features?|inputs?|columns?|data|dataset|algorithm|seed|trained|train|who|when|why|how do|how can|archive|promote|remove|delete|better|best|worse) `,
    ),
    confidence: 0.9,
    certain: true,
  },
  {
    intent: "ACTIVE_MODEL",
    when: new RegExp(
      ` (?:which|what|whats|what 's|who|show|tell|give|is|are|name|see|find|know|display|do|currently) (?:\\S+ ){0,6}?(?:model|models|version|VERSION|MODEL|one|anything|something|everything|nothing|we|is|are|currently|'s|live|that) (?:\\S+ ){0,4}?${liveWords} `,
    ),
    unless: new RegExp(` (?:when|since) |why | ${quality} | (?:what does|mean) `),
    confidence: 0.93,
  },
  {
    intent: "ACTIVE_MODEL",
    when: /^ (?:\S+ ){0,5}?(?:(?:current|active|live|production|prod|deployed|running|serving|default) (?:\S+ )?(?:model|version|one)|VERSION)(?: (?:please|name|now|is what|is which|called|currently|right|there))* $/,
    unless:
      / (?:not|about|describe|details?|info|explain|accura\S+|how|good|metrics?|compare|features?|inputs?|performance|trained|show me|all|list|latest|for|number|needs?|error|loss|score|rmse|mae|auc|recall|precision) /,
    confidence: 0.75,
  },
  {
    intent: "ACTIVE_MODEL",
    when: / (?:whats|what is|what 's|who is|which (?:one|version) is) (?:currently |now )?(?:live|active|in production|in prod|serving) (?:for|of|in|with|at) (?:the )?MODEL /,
    confidence: 0.95,
    certain: true,
  },
  {
    intent: "ACTIVE_MODEL",
    when: / (?:what|which|whats|what 's|is) (?:\S+ ){0,4}(?:in|on) (?:production|prod)(?: \S+){0,3} $/,
    unless: new RegExp(` mean | ${quality} `),
    confidence: 0.9,
  },
  {
    intent: "ACTIVE_MODEL",
    when: / (?:which|what) (?:model|version|one|VERSION) (?:\S+ ){0,3}(?:are you|do you|are we|do we|you|we) (?:\S+ )?(?:use|using|predict|answer|run|running|answering|predicting|serve|serving) /,
    confidence: 0.9,
  },
  {
    intent: "ACTIVE_MODEL",
    when: /^ (?:(?:and|so|ok|then|the|in|on|now|whats|what 's) )*(?:production|prod|live)(?: (?:now|please|currently|right now|btw|by the way|then))* $/,
    confidence: 0.85,
  },
  {
    intent: "LIST_MODELS",
    when: / (?:every|each|all) (?:\S+ )?version (?:of|for) (?:\S+ )?MODEL /,
    foreign: 1,
    confidence: 0.85,
    certain: true,
  },
  {
    intent: "LIST_MODELS",
    when: / (?:list|show|display|see|view|give|enumerate|get|print|look at|browse) (?:\S+ ){0,5}?(?:models|registry|all (?:of )?(?:it|them)|everything|catalog|catalogue) /,
    unless: new RegExp(` ${quality} | table `),
    confidence: 0.95,
  },
  {
    intent: "LIST_MODELS",
    when: / (?:(?:what|which|any|all|how many|whats|what 's|available|existing|registered) (?:\S+ ){0,3}?models?|(?:the|your|our|trained) (?:\S+ ){0,3}?models)(?= )(?:(?: \S+){0,4} (?:are|is|do|have|got|exist|exists|available|there|ready|registered|trained|can|offer|support|know|has|stored|we|you)(?= )|(?: please)? $)/,
    unless: new RegExp(
      ` ${quality} | ${liveWords} |^ (?:\\S+ ){0,3}(?:model|MODEL) (?:is|needs?|uses?) (?:that|this|it|the) | (?:is|are) (?:that|this|the|your|my) | (?:MODEL|VERSION) |current|latest`,
    ),
    confidence: 0.93,
  },
  {
    intent: "LIST_MODELS",
    when: / (?:models|model list|list of models|model available|available models|models available|list models|list model|overview of models|model overview)(?: \S+){0,2} $/,
    unless: new RegExp(` (?:MODEL|VERSION) | ${quality} |^ (?:\\S+ ){0,2}no models `),
    confidence: 0.9,
  },
  {
    intent: "LIST_MODELS",
    when: / (?:what|which|anything) (?:\S+ ){0,3}(?:do you have|have you got|do we have|is available|are available|is there|you have|have we got|is registered|is in the registry|can i (?:use|choose from|predict with|pick))(?: (?:here|to offer|available|in (?:the )?registry|in stock|right now|now|available here))* $/,
    confidence: 0.85,
  },
  {
    intent: "MODEL_DETAILS",
    when: new RegExp(
      ` (?:how|is|are|what|whats|what 's|show|tell|give|see|know|which|the|its|good|at|'s|of|any) (?:\\S+ ){0,6}?${quality} (?:\\S+ ){0,6}`,
    ),
    unless:
      / (?:how (?:are|is) (?:you|it going)|good (?:morning|afternoon|evening|day|luck|job|idea)|how good are you|well done|sounds good|for you|a good) /,
    confidence: 0.8,
  },
  {
    intent: "MODEL_DETAILS",
    when: / (?:confusion matrix|roc curve|hyper ?parameters?|coefficients?) | how (?:many|much) (?:\S+ ){0,3}(?:rows|data|records|samples|examples|features|inputs) (?:\S+ ){0,5}(?:MODEL|VERSION|model|version|it) /,
    unless:
      / how (?:do|does|can|to|would|could|should|must|is|are) | what (?:is|are|does) (?:a |an |the )?(?:\S+ ){0,2}$/,
    confidence: 0.8,
  },
  {
    intent: "MODEL_DETAILS",
    when: /^(?: \S+){0,2} (?:accuracy|metrics?|performance|auc|log loss)(?: \S+){0,5} $/,
    confidence: 0.75,
  },
  {
    intent: "MODEL_DETAILS",
    when: / (?:about|describe|details?|info|information|explain|summary|summari[sz]e|overview|show|see|display|inspect|view|describe|more on|what is|what 's|whats|what are|card|look at|know) (?:\S+ ){0,5}?(?:MODEL|VERSION|(?:the|this|that|your|its|my) model|model details|model card|(?:it|that one|this one|this version|that version) $)/,
    unless: / (?:models|anyone|someone|predict\S*|stands? for|history|survived?|survive) /,
    confidence: 0.85,
  },
  {
    intent: "MODEL_DETAILS",
    when: / (?:what|which|whats) (?:\S+ ){0,4}(?:features?|inputs?|columns|variables|data|dataset|information|algorithm|parameters?|versions?|values|fields|classes|target|rows|seed|size|stage) (?:\S+ ){0,6}(?:MODEL|VERSION|model|it|this|that|need|needs|use|uses|used|require|requires|trained|take|takes|have|has|expect|expects|exist|are there|is there|predict|support|about) /,
    unless: / (?:what models|do i) /,
    confidence: 0.85,
  },
  {
    intent: "MODEL_DETAILS",
    when: / (?:what|which|how) (?:\S+ ){0,3}(?:does|do|is|was|were|can|are|did|many versions|many rows|much data|big|old|many features) (?:\S+ ){0,3}(?:MODEL|VERSION|this model|that model|the model|it) (?:\S+ ){0,4}(?:predict|do|for|need|use|trained|made|work|works|mean|based|expect|require|good|have|has|built|learn|consider|know|from|on) /,
    unless: / (?:survive|you) |how (?:do|can) i/,
    confidence: 0.83,
  },
  {
    intent: "MODEL_DETAILS",
    when: / (?:list|show|see|display|give|all) (?:\S+ ){0,4}(?:versions|VERSION)(?: \S+){0,4} $| (?:versions of|how many versions) (?:\S+ ){0,3}(?:MODEL|model|it|there|exist) | MODEL (?:'s )?(?:versions|details|info|stats|description|card|features|inputs|overview|summary|metrics) /,
    confidence: 0.8,
  },
  {
    intent: "MODEL_DETAILS",
    when: /^(?: the| and| model| what about| how about)* (?:MODEL|VERSION)(?: (?:MODEL|VERSION|model|please|details))* $/,
    confidence: 0.55,
  },
];

/** Words that the rules know: they are not foreign in a question. */
export const questionWords: ReadonlySet<string> = new Set(
  questionRules.flatMap(({ when }) => when.source.match(/[a-z]{3,}|[rf][12]\b/g) ?? []),
);
