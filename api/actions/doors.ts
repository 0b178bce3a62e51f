import type { ActionName } from "./index.ts";

/** A field of the GraphQL schema, or why there is none; whether it can be asked for in words, or why not. */
export interface Doors {
  graphql: string | { none: string };
  chat: true | { none: string };
}

const labels = "Names, tags and texts of one's own have to arrive letter by letter: programs set them, by GraphQL.";
const filters = "A filter is a language of its own: the chat lists, describes and compares in words.";
const restoring = "In words “bring it back” is a rollback; the two must not be taken for one another.";

/** Through which doors each action can be come by. The compiler asks for a line for each new action, a test holds each to be true. */
export const doors: Record<ActionName, Doors> = {
  listModels: { graphql: "Query.models", chat: true },
  searchModels: { graphql: "Query.models", chat: { none: filters } },
  searchVersions: { graphql: "Query.modelVersions", chat: { none: filters } },
  describeModel: { graphql: "Query.model", chat: true },
  activeModel: { graphql: "Query.activeModel", chat: true },
  compareVersions: { graphql: "Query.compareVersions", chat: true },
  holdoutDifferences: {
    graphql: "VersionsCompared.holdoutDifferences",
    chat: {
      none: "A table of up to 200 rows is for the page that compares versions; the chat's comparison links to it.",
    },
  },
  modelCard: {
    graphql: "ModelVersion.card",
    chat: { none: "A page of text to read or to save: the model's page shows it, and it is a file besides." },
  },
  modelHistory: {
    graphql: "Query.modelHistory",
    chat: { none: "Who did what is asked of the audit log there; the model's page has its history." },
  },
  promoteVersion: { graphql: "Mutation.promoteVersion", chat: true },
  archiveVersion: { graphql: "Mutation.archiveVersion", chat: true },
  rollback: { graphql: "Mutation.rollback", chat: true },
  removeModel: { graphql: "Mutation.removeModel", chat: true },
  restoreVersion: { graphql: "Mutation.restoreVersion", chat: { none: restoring } },
  restoreModel: { graphql: "Mutation.restoreModel", chat: { none: restoring } },
  setPolicy: {
    graphql: "Mutation.setPolicy",
    chat: { none: "A policy is a form with many fields, which a sentence would have to spell out." },
  },
  findProposal: {
    graphql: "Query.proposals",
    chat: { none: "A promotion that waits is told of where somebody would promote it: there it is approved." },
  },
  approveProposal: { graphql: "Mutation.approveProposal", chat: true },
  rejectProposal: {
    graphql: "Mutation.rejectProposal",
    chat: { none: "To refuse takes a reason; the model's page has the proposal whole, and a button." },
  },
  setAlias: { graphql: "Mutation.setAlias", chat: { none: labels } },
  deleteAlias: { graphql: "Mutation.deleteAlias", chat: { none: labels } },
  setTag: { graphql: "Mutation.setTag", chat: { none: labels } },
  deleteTag: { graphql: "Mutation.deleteTag", chat: { none: labels } },
  setDescription: { graphql: "Mutation.setDescription", chat: { none: labels } },
  reserveModel: {
    graphql: { none: "A name without a model is of use only to programs that speak MLflow's API, which is its door." },
    chat: { none: "A model comes of a training or of a logged file; nobody asks for a name alone." },
  },
  changeReserved: {
    graphql: { none: "A name without a model is of use only to programs that speak MLflow's API, which is its door." },
    chat: { none: "A model comes of a training or of a logged file; nobody asks for a name alone." },
  },
  releaseModel: {
    graphql: { none: "A name without a model is of use only to programs that speak MLflow's API, which is its door." },
    chat: { none: "A model comes of a training or of a logged file; nobody asks for a name alone." },
  },
  registerLogged: {
    graphql: { none: "The files come by MLflow's API, which registers them in the same breath." },
    chat: { none: "The files come by MLflow's API; there is no file in a message." },
  },
  trainModel: { graphql: "Mutation.trainModel", chat: true },
  findRun: { graphql: "Query.trainingRun", chat: true },
  cancelTraining: { graphql: "Mutation.cancelTraining", chat: true },
  reproduceVersion: {
    graphql: "Mutation.reproduceVersion",
    chat: { none: "What comes of it is a report to read beside the version; the model's page has a button." },
  },
  predict: { graphql: "Mutation.predict", chat: true },
  auditHistory: { graphql: "Query.auditLog", chat: true },
  listWebhooks: {
    graphql: "Query.webhooks",
    chat: { none: "Another system's address is set up on the settings page, not in a sentence." },
  },
  createWebhook: {
    graphql: "Mutation.createWebhook",
    chat: { none: "Its secret is shown once, and would stay in the conversation." },
  },
  deleteWebhook: {
    graphql: "Mutation.deleteWebhook",
    chat: { none: "Another system's address is set up on the settings page, not in a sentence." },
  },
  testWebhook: {
    graphql: "Mutation.testWebhook",
    chat: { none: "Another system's address is set up on the settings page, not in a sentence." },
  },
  redeliverWebhook: {
    graphql: "Mutation.redeliverWebhook",
    chat: { none: "The log of deliveries, where one is chosen, has a button." },
  },
  verifyAuditLog: {
    graphql: "Query.verifyAuditLog",
    chat: { none: "Nobody asks for it in words; the audit page has a button." },
  },
  renameThread: {
    graphql: "Mutation.renameThread",
    chat: { none: "The list of conversations has it; in a message, “rename” would be about a model." },
  },
  deleteThread: {
    graphql: "Mutation.deleteThread",
    chat: { none: "A conversation can't answer for its own end; the list of conversations asks before it." },
  },
  restoreThread: {
    graphql: "Mutation.restoreThread",
    chat: { none: "What was deleted can't be written in; the note that tells of the deletion takes it back." },
  },
  stopReply: {
    graphql: "Mutation.stopReply",
    chat: { none: "A message would wait behind the reply that it is to stop; the message field has a button." },
  },
};
