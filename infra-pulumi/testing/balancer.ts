import { plain } from "../policies/rule.ts";
import { inputsOf, kindOf } from "./query.ts";
import type { Made } from "./run-program.ts";

/** What somebody asks the balancer, without a session there. */
export interface Asked {
  path: string;
  headers?: Record<string, string>;
}

/** Led to the sign-in, refused, or sent on to these targets without either. */
export type Answer = "SIGN_IN" | "REFUSED" | { sentTo: string };

interface Action {
  type: string;
  targetGroupArn?: string;
  authenticateOidc?: { onUnauthenticatedRequest: "authenticate" | "deny" };
  authenticateCognito?: { onUnauthenticatedRequest: "authenticate" | "deny" };
}

interface Condition {
  pathPattern?: { values: string[] };
  httpHeader?: { httpHeaderName: string; values: string[] };
}

/** What AWS's balancer would do by the rules that a program made, as AWS describes it: the first rule by priority that fits, or the default. */
export function answerOf(made: Made[], asked: Asked): Answer {
  const rules = made
    .filter((each) => kindOf(each) === "lb/listenerRule")
    .map(({ inputs }) => inputs)
    .toSorted((one, other) => one.priority - other.priority);
  const rule = rules.find(({ conditions }) => (conditions as Condition[]).every((condition) => fits(condition, asked)));
  const actions = rule ? rule.actions : inputsOf(made, "lb/listener", "balancer-https").defaultActions;
  return doneBy(plain(actions) as Action[]);
}

function doneBy(actions: Action[]): Answer {
  for (const { type, targetGroupArn, authenticateOidc, authenticateCognito } of actions) {
    const signIn = authenticateOidc ?? authenticateCognito;
    if (signIn) return signIn.onUnauthenticatedRequest === "deny" ? "REFUSED" : "SIGN_IN";
    if (type === "forward") return { sentTo: /targetgroup\/(\w+)/.exec(targetGroupArn ?? "")?.[1] ?? "" };
  }
  throw new Error("a rule comes to nothing");
}

function fits({ pathPattern, httpHeader }: Condition, { path, headers = {} }: Asked): boolean {
  // A query is no part of the path. Paths are compared as they are written, headers whatever their case.
  if (pathPattern) return pathPattern.values.some((value) => pattern(value, "").test(path.split("?", 1)[0] ?? ""));
  if (!httpHeader) throw new Error("a condition that is not known here");
  const wanted = httpHeader.httpHeaderName.toLowerCase();
  const given = Object.entries(headers).filter(([name]) => name.toLowerCase() === wanted);
  return given.some(([, text]) => httpHeader.values.some((value) => pattern(value, "i").test(text)));
}

/** `*` is any characters or none, `?` is one. */
function pattern(value: string, flags: string): RegExp {
  const literal = value.replaceAll(/[.+^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${literal.replaceAll("*", ".*").replaceAll("?", ".")}$`, flags);
}
