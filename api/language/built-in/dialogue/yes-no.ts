const word =
  "(?:go on|carry on|continue|yes|ye|yess|yesss|yessir|jup|jep|yupp|roger|affirm|alrighty|yeh|that|this|im sure|quick|quickly|anyway|anyways|yeah|yep|yup|ya|yea|aye|sure|ok|okay|okey|oki|confirm|confirmed|approve|approved|affirmative|correct|right|absolutely|definitely|certainly|indeed|proceed|agreed|agree|exactly|y|k|thumbs up|two thumbs up|no objections?(?: from (?:me|my side|us|here))?|positive|fine|good|great|perfect|si|oui|ja|please|pls|thanks|thank you|of course|go|go ahead|do it|do that|do so|go for it|make it so|let(?: 's|s| us) (?:go|do it|do this)|sounds good|looks good|looks right|that is right|that 's right|thats right|that is correct|that 's correct|i am sure|i 'm sure|i confirm|i do|i agree|i approve|all right|alright|all good|yes i am|yes do|just do it|do it now|by all means|good enough|close enough|i dont care|dont care|i do not care|whatever|fine by me|hmm|hm|well|oh|uh|ugh|why not|sounds great|works for me|lgtm|it is|it 's fine|that is fine|that 's fine|you can|you may|you have my ok|now|then|with it|ahead|and|very|much|so|it is ok|it 's ok|ship it|no problem|for sure|sure thing|thats fine|thats ok|thats okay|thats good|thats it|that is it|thats the one|that is the one|that 's the one|that one|this one|that version|this version)";
const affirmed = new RegExp(`^(?: ${word})+ $`);
const affirmedVerb =
  /^(?: (?:oh|well|fine|good|alright|great|yes|yeah|yep|yup|sure|ok|okay|please|go ahead|right|absolutely|definitely|of course|and|then|just|confirm|alright|now))+ (?:please |now |go ahead (?:and |with )?|just )*(?:promote|archive|remove|delete|roll|rollback|train|deploy|retire|take|put|confirm|do|make|proceed)(?: (?:it|that|this|them|MODEL|VERSION|the|model|version|off|out|of|back|production|live|in|into|to|now|please|with|NUM|down|training|run|so|ahead|then|anyway))* $/;
const hedge =
  / (?:if|but|unless|maybe|perhaps|only|not|depends|think|guess|later|after|before|wait|though|except|when|once|hold|unsure|probably|possibly|dont|never|tomorrow|first|until|would|could|should|might|what|why|how|who|which|hmm|no) /;
const denied =
  /^(?: (?:mmh|mm|mhm|no|nope|nah|n|not|hmm|hm|well|uh|ugh|ok|okay|neither|none|none of them|then|negative|dont|do not|don 't|please|stop|no way|never|thanks|thank you|do it|do that|it|that|rather not|i would|i 'd|id|i do not|i dont|want|want to|to|wait|hold on|better|yet|now|absolutely|definitely|certainly|of course|sure|no no|cancel|leave|as is|as it is|keep|changed|my mind|i|i have|changed my mind|abort|refuse|i refuse|decline|reject|rejected|declined|under no circumstances|on second thought|on second thoughts|hold off|hold it|only|either|kidding|joking|jk|hang on|omg|whoa|woah|oops|ups|wrong (?:window|chat|thread|one|button|model)|not now|not yet|oh|god|gosh|hey|please|for now|just yet|not today|hell|let|lets|us|promote|archive|remove|delete|train|MODEL|VERSION|the|model|version|roll back|rollback|this|really|just|go ahead|proceed|sorry|actually))+ $/;
const dropped =
  / (?:forget (?:about )?(?:all (?:of )?(?:that|this|it)|everything|the whole thing)|never mind|nevermind|nvm|forget (?:it|about it|that|about that|this)|cancel|cancel (?:it|that|this)|abort|drop it|leave it|skip it|skip that|(?:forget|skip|drop) (?:about )?(?:the|that|this) (?:prediction|question|case|whole thing|estimate|idea)|forget i asked|scrap that|let it be|changed my mind|no longer (?:needed|want|interested)|doesnt matter|does not matter|not important|quit|stop asking|stop it|let us stop|that is enough|enough already|enough now|leave it be|~nvm|~nevermind|start over|not interested|drop the (?:idea|plan|thing|matter)|call (?:it|that|this|the whole thing|everything|the thing) off|call off) /;

/** Courtesy, sighs and haste go with a yes, and are none. */
const courtesy =
  "(?:please|and|now|then|very|much|so|thanks|thank you|with it|hmm|hm|well|oh|uh|ugh|whatever|anyway|anyways|quick|quickly|i dont care|dont care|i do not care|that|this|that one|this one|that version|this version)";
const politeOnly = new RegExp(`^(?: ${courtesy})+ $`);

/** "yes", "go ahead", "👍": assent without conditions. "maybe", "yes but …" are not. */
export function saysYes(line: string, raw: string): boolean {
  if (/^\s*(?:👍|👌|✅|✔️?|🆗)(?:\p{Emoji_Modifier})?(?:\s*(?:👍|👌|✅))*[.!\s]*$/u.test(raw)) return true;
  if (line.length > 160 || /\?\s*$/.test(raw)) return false;
  if (affirmed.test(line)) return !politeOnly.test(line) || / please $/.test(line);
  return affirmedVerb.test(line) && !hedge.test(line);
}

/** Ways that lead elsewhere than the change that is asked about: "take it off" is no yes to a promotion. */
const leadsAway: Readonly<Record<string, RegExp>> = {
  promoteVersion: / (?:off|out|down|back|stop|cancel) /,
  rollback: / (?:off|out|down|stop|cancel) /,
  archiveVersion: / (?:back|stop|cancel) /,
  removeModel: / (?:back|stop|cancel) /,
};

/** Words that are as good a comment on something else that was said in between: "great", "ok thanks". */
const comment =
  /^(?: (?:ok|okay|great|good|cool|nice|fine|right|perfect|thanks|thank you|please|very|so|much|well|oh|ah|all|yeah|whatever))+ $/;
const bareOk = /^(?: (?:ok|okay|fine|yeah|please|all right))+ $/;
/** "Correct that", "please confirm", "yeah right": no yes in spite of their words. */
export const noYes =
  /^(?: (?:please|now|so|and|yes|ok))* (?:correct (?:that|it|this)|confirm|yeah right|yeah yeah)(?: please| now| that| it)* $/;

/** Whether a yes is one to the action that waits. */
export function approves(line: string, raw: string, action: string): boolean {
  if (calledFine.exec(line)?.[1] === gerunds[action] && line.length < 80 && !raw.includes("?")) return true;
  if (!saysYes(line, raw) || leadsAway[action]?.test(line)) return false;
  if (noYes.test(line) && !/^ (?:yes|ok) confirm(?: that| it)? $|^ confirm $/.test(line)) return false;
  return !comment.test(line) || (bareOk.test(line) && !/^ please $/.test(line));
}

/** "Alright, archiving is fine." */
const calledFine =
  /^(?: (?:alright|ok|okay|fine|well|right|yes|then|yeah|sure|oh|all))* (archiving|promoting|removing|deleting|rolling) (?:back |it |that )*(?:is|'s|will be|would be) (?:fine|ok|okay|good|enough|good enough|all right|alright)(?: then| too| with me| by me| please)* $/;
const gerunds: Readonly<Record<string, string>> = {
  promoteVersion: "promoting",
  archiveVersion: "archiving",
  removeModel: "removing",
  rollback: "rolling",
};

const actWord = / (?:promote|archive|remove|delete|train|roll back|rollback) /;
const deniedAct =
  / (?:not|dont|stop|never|without) (?:\S+ ){0,2}(?:promote|archive|remove|delete|train|roll back|rollback) /;

/** "no", "don't", "stop". "not yet" declines too: nothing is done. */
export function saysNo(line: string, raw: string): boolean {
  if (/^\s*n\s*[.!]*\s*$/i.test(raw)) return true;
  if (/^\s*(?:👎|❌|🚫|✖️?)[.!\s]*$/u.test(raw)) return true;
  if (
    line.length > 120 ||
    !/ (?:no|nope|nah|n|not|negative|dont|stop|never|abort|refuse|decline|reject|rejected|wait|hold on|hold off|hang on|leave|keep|wrong|neither|none|kidding|joking) /.test(
      line,
    )
  )
    return false;
  // "Don't stop" is no no, and no plain yes.
  if (/ (?:dont|do not|not) (?:stop|cancel|wait|hold|hesitate|abort|leave) /.test(line)) return false;
  // "Actually no, promote cars 2" asks for that; "no, don't promote it" does not.
  if (actWord.test(line) && !deniedAct.test(line)) return false;
  return denied.test(line);
}

/** "never mind", "forget it", "cancel". */
export function dropsIt(line: string): boolean {
  return (
    line.length <= 120 &&
    dropped.test(line) &&
    !/ (?:training|run|job|MODEL|VERSION|passenger|he|she|was|is|not cancel|dont cancel) /.test(line)
  );
}

const holding =
  /^(?: (?:oh|ok|okay|hm|hmm|um|uh|well|please|hey|i am|i 'm|im|just|a|one|for|give me|let me|on|yet|really|quite|think|so|about (?:it|that|this)|here|there|now|then|us|me|of it|to))* (?:wait|hold on|hang on|hold it|one (?:sec|second|moment|minute|min)|a (?:sec|second|moment|minute|min)|not sure|unsure|let me think|thinking|maybe|perhaps|dunno|not (?:really )?(?:certain|decided))(?: (?:oh|ok|hm|hmm|please|a|sec|second|moment|minute|min|bit|while|one|for|yet|still|on|here|there|now|about (?:it|that|this)|if|i|should|think|me|us|just|to))* $/;

/** "Wait", "hold on a sec", "not sure yet": neither a yes nor a no. */
export function holdsOn(line: string): boolean {
  return holding.test(line.replaceAll("~", ""));
}
