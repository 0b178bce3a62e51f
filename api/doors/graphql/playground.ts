import { randomUUID } from "node:crypto";
import type { GraphiQLOptions } from "graphql-yoga";

const tab = (query: string, variables?: object) => ({
  query: query.trim(),
  ...(variables ? { variables: JSON.stringify(variables, null, 2) } : {}),
  headers: "{}",
});

/** The example operations of the playground's tabs: the main job, from training to the audit log, in the conversation `threadId`. */
export const examplesOf = (threadId: string) => [
  tab(
    `
# Say something. The tab Follow streams the same conversation.
mutation Chat($threadId: ID!) {
  chat(input: { threadId: $threadId, message: "What models are available?" }) {
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
}`,
    { threadId },
  ),
  tab(
    `
# Streams by SSE: what was said in Chat so far, then each event as it comes. GraphiQL ends it when another tab is opened.
subscription Follow($threadId: ID!) {
  chatReply(threadId: $threadId) { seq turnId type payload }
}`,
    { threadId },
  ),
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
# Streams by SSE: the run's events so far, then each as it comes. Put the id that Train returned into the variables below.
subscription Progress($runId: ID!) {
  trainingProgress(runId: $runId) { seq type progress message metrics { name value split } }
}`,
    { runId: "" },
  ),
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
  tab(`
query Audit {
  auditLog(first: 20) { totalCount nodes { seq at actor { name } action outcome summary message } }
  verifyAuditLog { valid checked headHash }
}`),
];

/**
 * GraphiQL measures the tabs that are there from the start before they are laid out, and a tab jumps by what is left of that as soon
 * as it is pressed: the mouse is let go over another place, and the tab does not open.
 */
const tabsStay = ".graphiql-tab { transform: none !important; }";

/** GraphiQL's page. It is 9 MB of source: loaded when someone opens it. */
export async function renderPlayground(options?: GraphiQLOptions): Promise<string> {
  const { renderGraphiQL } = await import("@graphql-yoga/render-graphiql");
  return renderGraphiQL(options).replace("</style>", `${tabsStay}</style>`);
}

/** The playground as it is opened: with a conversation of its own. */
export function playground(): GraphiQLOptions {
  return { title: "Modelwright GraphQL", defaultTabs: examplesOf(randomUUID()), subscriptionsProtocol: "SSE" };
}
