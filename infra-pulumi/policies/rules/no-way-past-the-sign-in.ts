import { kindOf, plain, type Rule, type Seen } from "../rule.ts";

export const noWayPastTheSignIn: Rule = {
  name: "no-way-past-the-sign-in",
  description:
    "Where the balancer has people sign in, nothing goes past that but what shows a key, which the API looks at.",
  checkStack: (resources) => {
    const asks = resources.some((resource) => kindOf(resource) === "lb/listener" && signsIn(resource));
    return asks
      ? resources.filter(isWayPast).map(({ name }) => `the rule ${name} leads past the sign-in without a key`)
      : [];
  },
};

interface Action {
  type?: string;
}

interface Condition {
  httpHeader?: { httpHeaderName?: string; values?: string[] };
}

function actionsOf({ props }: Seen): Action[] {
  return (plain(props.actions ?? props.defaultActions) as Action[] | undefined) ?? [];
}

function signsIn(resource: Seen): boolean {
  return actionsOf(resource).some(({ type }) => type?.startsWith("authenticate-"));
}

function isWayPast(resource: Seen): boolean {
  const forwards = actionsOf(resource).some(({ type }) => type === "forward");
  return kindOf(resource) === "lb/listenerRule" && forwards && !signsIn(resource) && !wantsKey(resource);
}

function wantsKey({ props }: Seen): boolean {
  const conditions = (plain(props.conditions) as Condition[] | undefined) ?? [];
  return conditions.some(({ httpHeader: { httpHeaderName = "", values = [] } = {} }) => {
    const ofKeys = values.length > 0 && values.every((value) => /^bearer \S/i.test(value));
    return httpHeaderName.toLowerCase() === "authorization" && ofKeys;
  });
}
