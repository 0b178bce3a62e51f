import { randomUUID } from "node:crypto";
import type { GraphiQLOptions } from "graphql-yoga";

const tab = (query: string, variables?: object) => ({
  query: query.trim(),
  ...(variables ? { variables: JSON.stringify(variables, null, 2) } : {}),
  headers: "{}",
});

/**
 * The example operations of the playground's tabs: the main job, from training to the audit log, in the conversation `threadId`. The
 * first one needs no variables: GraphiQL opens its tab without them. An id that is left empty in the variables is filled in by
 * `fillIds`.
 */
export const examplesOf = (threadId: string) => [
  tab(`
# Say something. The tab Follow streams the same conversation.
mutation Chat {
  chat(input: { threadId: "${threadId}", message: "What models are available?" }) {
    ... on ChatTurn {
      threadId
      kind
      content
      suggestions
      pending { id kind schema missing }
      interpretation { source intents { intent confidence slots missing } }
    }
    ... on Error { code message }
  }
}`),
  tab(`
# Streams by SSE: what was said in Chat so far, then each event as it comes. GraphiQL ends it when another tab is opened.
subscription Follow {
  chatReply(threadId: "${threadId}") { seq turnId type payload }
}`),
  tab(`
# How a message would be understood; nothing is done.
query Interpret {
  interpret(message: "train the titanic model with 30% held out and promote it") {
    source
    intents { intent confidence slots missing evidence { slot value text } problems { slot text message } }
  }
}`),
  tab(`
mutation Train {
  trainModel(input: { model: "titanic", testSize: 0.3 }) {
    ... on TrainingRun { id status algorithm testSize seed }
    ... on Error { code message }
  }
}

query Runs {
  trainingRuns(first: 5) { nodes { id model status progress metrics { name value split } version { version stage } } }
}`),
  tab(
    `
# Streams by SSE: the run's events so far, then each as it comes. An empty runId is the run that this page started last.
subscription Progress($runId: ID!) {
  trainingProgress(runId: $runId) { seq type progress message metrics { name value split } }
}`,
    { runId: "" },
  ),
  tab(
    `
# While the run waits or runs. An empty runId is the run that this page started last.
mutation Cancel($runId: ID!) {
  cancelTraining(runId: $runId) {
    ... on TrainingRun { id status }
    ... on Error { code message }
  }
}`,
    { runId: "" },
  ),
  tab(`
# What it would change. Its digest as planDigest of the mutation: exactly that is done, or nothing.
query Plan {
  plan(action: PROMOTE_VERSION, model: "titanic", version: 1) {
    ... on ActionPlan { question effects gates { name passed detail } digest }
    ... on Error { code message }
  }
}`),
  tab(`
mutation Promote {
  promoteVersion(model: "titanic", version: 1) {
    ... on ModelVersion { version stage promotedAt }
    ... on StaleAliasError { code message current }
    ... on Error { code message }
  }
}

# Streams by SSE what happens from now on: promote in another window.
subscription Changes {
  modelEvents { seq type model version actor at }
}

query Active {
  activeModel { version model { name features { name kind categories } } metrics { name value split } }
}`),
  tab(`
mutation Predict {
  predict(input: { features: { sex: "male", pclass: "1", embarked: "C", age_group: "child" } }) {
    ... on Prediction { model version value probabilities features }
    ... on MissingFeatures { message missing schema }
    ... on Error { code message }
  }
}`),
  tab(
    `
# Says too little for a prediction, so it is asked for the rest: pending says for what.
mutation Ask {
  chat(input: { threadId: "${threadId}", message: "a woman in third class" }) {
    ... on ChatTurn { kind content pending { id kind schema missing } }
    ... on Error { code message }
  }
}

# Answers as a form would. An empty requestId is the request that this page saw last.
mutation Answer($requestId: ID!) {
  answer(requestId: $requestId, values: { embarked: "S", age_group: "adult" }) {
    ... on ChatTurn { kind content }
    ... on Error { code message }
  }
}`,
    { requestId: "" },
  ),
  tab(`
mutation Archive {
  archiveVersion(model: "titanic", version: 1) {
    ... on ModelVersion { version stage }
    ... on Error { code message }
  }
}

# Brings back the version that was in production before.
mutation Rollback {
  rollback(model: "titanic") {
    ... on ModelVersion { version stage promotedAt }
    ... on Error { code message }
  }
}`),
  tab(`
# Takes the model with all of its versions out of the registry, also one in production. Mutation.restoreModel brings it back until then.
mutation Remove {
  removeModel(name: "titanic", confirmName: "titanic") {
    ... on RemovedModel { name versions removedAt restorableUntil }
    ... on Error { code message }
  }
}`),
  tab(`
# By a filter in MLflow's syntax; and the past: what was in production at a time, and who had brought it there.
query Search {
  modelVersions(filter: "metrics.accuracy > 0.5 AND stage != 'ARCHIVED'", orderBy: ["metrics.accuracy DESC"]) {
    totalCount nodes { model { name } version stage aliases tags { key value } }
  }
  modelHistory(model: "titanic") { nodes { type version at actor comment message planDigest } }
}`),
  tab(`
query Audit {
  auditLog(first: 20) { totalCount nodes { seq at actor { name } action outcome summary message } }
  verifyAuditLog { valid checked headHash }
}`),
];

/**
 * Runs in the page, before GraphiQL. An id that the variables leave empty becomes the one that was last seen in an answer: the run
 * that was started, the request that waits. So the examples that follow up on others need no copying.
 */
const fillIds = `{
  const send = window.fetch;
  const key = (name) => "playground." + name;
  const note = (name, id) => id && sessionStorage.setItem(key(name), id);
  const filled = (text) => {
    try {
      return JSON.stringify(JSON.parse(text), (name, value) =>
        value === "" && /^(runId|requestId)$/.test(name) ? (sessionStorage.getItem(key(name)) ?? "") : value);
    } catch {
      return text;
    }
  };
  window.fetch = async (address, options = {}) => {
    // A subscription is asked for by the address, everything else by the body.
    const url = new URL(address, location.href);
    const variables = url.searchParams.get("variables");
    if (variables) url.searchParams.set("variables", filled(variables));
    const { body } = options;
    const response = await send(url, { ...options, ...(typeof body === "string" && { body: filled(body) }) });
    if (/json/.test(response.headers.get("content-type"))) {
      response.clone().json().then(({ data }) => {
        note("runId", data?.trainModel?.id);
        note("requestId", (data?.chat ?? data?.answer)?.pending?.id);
      }).catch(() => {});
    }
    return response;
  };
}`;

/**
 * GraphiQL measures the tabs that are there from the start before they are laid out, and a tab jumps by what is left of that as soon
 * as it is pressed: the mouse is let go over another place, and the tab does not open.
 */
const tabsStay = ".graphiql-tab { transform: none !important; }";

/** The title stays on one line beside many tabs, and gives way where there is no room for it. */
const fits = `
  .graphiql-logo { white-space: nowrap; flex-shrink: 0; }
  @media (max-width: 90rem) { .graphiql-logo { display: none; } }`;

/** Where it is narrow the result stands below the editor, both as wide as the window, and the tools in a row at the foot. */
const stacks = `
  @media (max-width: 44rem) {
    .graphiql-container { flex-direction: column-reverse; }
    .graphiql-container .graphiql-sidebar { flex-direction: row; width: auto; flex-shrink: 0; }
    .graphiql-container .graphiql-main { flex-direction: column; min-height: 0; }
    .graphiql-container .graphiql-main > div { min-height: 0; }
    .graphiql-container .graphiql-sessions { margin: 0; border-radius: 0; }
    .graphiql-container #graphiql-session { flex-direction: column; min-height: 0; }
    .graphiql-container #graphiql-session > div { flex: 1 1 0 !important; min-width: 0; min-height: 0; overflow: hidden; }
    .graphiql-container .graphiql-horizontal-drag-bar { display: none; }
  }`;

/** The way back to the app, above all of it. GraphiQL names its theme on the body, when it is not the device's. */
const back = `
  body { display: flex; flex-direction: column; height: 100dvh; color-scheme: light dark; }
  body.graphiql-light { color-scheme: light; }
  body.graphiql-dark { color-scheme: dark; }
  #root { flex: 1; min-height: 0; }
  #root .graphiql-container { height: 100%; }
  .back { flex: none; padding: 0.45rem 0.9rem; font: 550 0.875rem/1.3 system-ui, sans-serif; background: light-dark(#f2f0ec, #0e0f11); }
  .back a { color: light-dark(#0b6a61, #5fd4c4); text-underline-offset: 0.2em; }`;

const backLink = '<nav class="back" aria-label="Modelwright"><a href="/">← Back to Modelwright</a></nav>';

/** GraphiQL's page. It is 9 MB of source: loaded when someone opens it. */
export async function renderPlayground(options?: GraphiQLOptions): Promise<string> {
  const { renderGraphiQL } = await import("@graphql-yoga/render-graphiql");
  return renderGraphiQL(options)
    .replace("</style>", () => `${tabsStay}${fits}${stacks}${back}</style><script>${fillIds}</script>`)
    .replace('<div id="root">', (root) => backLink + root);
}

/** The playground as it is opened: with a conversation of its own. */
export function playground(): GraphiQLOptions {
  return { title: "Modelwright GraphQL", defaultTabs: examplesOf(randomUUID()), subscriptionsProtocol: "SSE" };
}
