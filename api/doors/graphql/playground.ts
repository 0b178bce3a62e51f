import type { GraphiQLOptions } from "graphql-yoga";

const tab = (query: string, variables?: object) => ({
  query: query.trim(),
  ...(variables ? { variables: JSON.stringify(variables, null, 2) } : {}),
  headers: "{}",
});

/** The example operations of the playground's tabs: the main job, from training to the audit log. */
export const examples = [
  tab(`
# Say something. Go on in the same conversation by passing its threadId.
mutation Chat {
  chat(input: { message: "What models are available?" }) {
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
# Streams by SSE: the run's events so far, then each as it comes. Take the run's id from Train or Runs.
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

export const playground: GraphiQLOptions = {
  title: "Modelwright GraphQL",
  defaultTabs: examples,
  subscriptionsProtocol: "SSE",
};
