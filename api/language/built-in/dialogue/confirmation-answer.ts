import type { Interpretation, InterpretationContext, InterpretedIntent, PendingContext } from "../../interpreter.ts";
import { changes } from "../intents/weigh-clause.ts";
import type { MessageReading } from "../text/read-message.ts";
import { intentOfAction } from "./revise-request.ts";
import { idleNo, verdictOf } from "./verdict.ts";
import { approves, dropsIt, holdsOn, saysNo } from "./yes-no.ts";

type Act = Pick<Interpretation, "act" | "answer">;

/** "Forget that, classify one: …": calls off and asks for something else, which then replaces what was open. */
function asksElse(asked: readonly InterpretedIntent[]): boolean {
  return asked.some(({ intent, slots }) => intent === "PREDICT" && Object.keys(slots.features ?? {}).length > 1);
}

/** How a message bears on a change that waits for a yes. */
export function readConfirmation(
  reading: MessageReading,
  text: string,
  raw: string,
  pending: Extract<PendingContext, { kind: "CONFIRMATION" }>,
  asked: readonly InterpretedIntent[],
  context: InterpretationContext,
): Act {
  const { about, action } = pending;
  if (dropsIt(text)) return { act: asksElse(asked) ? "REQUEST" : "CANCEL" };
  if (approves(text, raw, action))
    return { act: namesAnother(reading, about) || asksAnother(action, asked) ? "REQUEST" : "AFFIRM" };
  if (holdsOn(text)) return { act: "REQUEST" };
  if (saysNo(text, raw)) return { act: namesOther(intentOfAction[action], about, asked) ? "REQUEST" : "DENY" };
  if (asksForIt(raw, pending, asked)) return { act: "AFFIRM" };
  // Of a message that asks for nothing else, what its parts say decides.
  if (asked.some(({ intent }) => intent !== "OUT_OF_SCOPE" && intent !== intentOfAction[action]))
    return { act: "REQUEST" };
  // "No, wrong model, promote titanic 3": the same change, to another.
  if (isOfAnother(intentOfAction[action], about, asked)) return { act: "REQUEST" };
  const verdict = verdictOf(raw, action, context);
  return { act: verdict === "AFFIRM" && namesAnother(reading, about) ? "REQUEST" : (verdict ?? "REQUEST") };
}

const conditional =
  / (?:if|unless|when|once|after|first|until|later|tomorrow|maybe|perhaps|provided|as long as|before|only|except|instead|rather|wait|but|not|no|dont) /;

/** Words that ask for just that change: other words for it may mean another ("bring back", "restore", "set the alias"). */
const namesAct: Readonly<Record<string, RegExp>> = {
  promoteVersion: /\b(?:promote|deploy|ship|release|activate|live|production|prod)\b/,
  archiveVersion: /\b(?:archive|retire|offline|off|out|production|prod)\b/,
  rollback: /\broll/,
  removeModel: /\b(?:remove|delete)\b/,
};

/**
 * "Promote it", where that is what a yes is waited for: asks for exactly the change that is shown. The message that asked for it at first,
 * sent once more, does not: who sent it twice has seen no plan yet.
 */
function asksForIt(
  raw: string,
  { about, action, request }: Extract<PendingContext, { kind: "CONFIRMATION" }>,
  asked: readonly InterpretedIntent[],
): boolean {
  const [only, ...more] = asked;
  if (!only || more.length > 0 || only.intent !== intentOfAction[action] || only.problems.length > 0) return false;
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  const said = plain(raw);
  const { model = about?.model, version = about?.version } = only.slots;
  return (
    about !== undefined &&
    request !== undefined &&
    said !== plain(request) &&
    namesAct[action]?.test(said) === true &&
    said.split(" ").length <= 12 &&
    !raw.includes("?") &&
    !conditional.test(` ${said} `.replace(idleNo, " ")) &&
    model === about.model &&
    version === about.version
  );
}

/** "Yes, promote version 1", where version 3 is asked about, is no yes to that. */
function namesAnother(
  { models, versions }: MessageReading,
  about: Extract<PendingContext, { kind: "CONFIRMATION" }>["about"],
): boolean {
  if (about === undefined) return false;
  const { model, version } = about;
  return (
    models.some(({ name }) => name !== model) ||
    (version !== undefined && versions.some(({ said, number }) => said === "NUMBER" && number !== version))
  );
}

function isOfAnother(
  intent: string | undefined,
  about: Extract<PendingContext, { kind: "CONFIRMATION" }>["about"],
  asked: readonly InterpretedIntent[],
): boolean {
  return asked.some(
    ({ intent: own, slots: { model = about?.model, version = about?.version } }) =>
      own === intent && about !== undefined && (model !== about.model || version !== about.version),
  );
}

/** "No, not penguins! Delete cars": names the other model that it is to be. */
function namesOther(
  intent: string | undefined,
  about: Extract<PendingContext, { kind: "CONFIRMATION" }>["about"],
  asked: readonly InterpretedIntent[],
): boolean {
  return asked.some(
    ({ intent: own, slots }) =>
      own === intent && about !== undefined && slots.model !== undefined && slots.model !== about.model,
  );
}

/** "Yes, and roll back titanic", where a promotion is asked about, is more than a yes. Whoever says "yes, delete it" may mean archiving. */
function asksAnother(action: string, asked: readonly InterpretedIntent[]): boolean {
  const own = intentOfAction[action];
  return asked.some(
    ({ intent }) => changes.has(intent) && intent !== own && !(own === "ARCHIVE" && intent === "REMOVE"),
  );
}
