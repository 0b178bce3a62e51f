import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { intentHandlers } from "../agent/intents/index.ts";
import { auditActions } from "../audit/audit-events.ts";
import { schema } from "../doors/graphql/schema/index.ts";
import { type ActionName, actions } from "./index.ts";

/** Where each action has no door of a kind, and why. The compiler asks for a line for each new action. */
const doors: Record<ActionName, { graphql: string | { none: string }; chat: true | { none: string } }> = {
  listModels: { graphql: "Query.models", chat: true },
  describeModel: { graphql: "Query.model", chat: true },
  activeModel: { graphql: "Query.activeModel", chat: true },
  compareVersions: {
    graphql: { none: "A client selects the versions that it wants to compare from Query.modelVersion." },
    chat: true,
  },
  promoteVersion: { graphql: "Mutation.promoteVersion", chat: true },
  archiveVersion: { graphql: "Mutation.archiveVersion", chat: true },
  rollback: { graphql: "Mutation.rollback", chat: true },
  removeModel: { graphql: "Mutation.removeModel", chat: true },
  trainModel: { graphql: "Mutation.trainModel", chat: true },
  findRun: { graphql: "Query.trainingRun", chat: true },
  cancelTraining: { graphql: "Mutation.cancelTraining", chat: true },
  predict: { graphql: "Mutation.predict", chat: true },
  auditHistory: { graphql: "Query.auditLog", chat: true },
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
};

const inChat = new Set<string>(Object.values(intentHandlers).flatMap((handler) => handler.actions));

describe.each(Object.entries(doors))("%s", (name, { graphql, chat }) => {
  it("has its GraphQL field, or a reason", () => {
    if (typeof graphql !== "string") return expect(graphql.none.length).toBeGreaterThan(20);
    const [type = "", field = ""] = graphql.split(".");
    const object = schema.getType(type);
    expect(object && "getFields" in object ? Object.keys(object.getFields()) : []).toContain(field);
  });

  it("can be asked for in the chat, or has a reason not to", () => {
    if (chat !== true) return expect(chat.none.length).toBeGreaterThan(20);
    expect(inChat).toContain(name);
  });
});

it("has no mutation that is no action's door", () => {
  const known = Object.values(doors).map(({ graphql }) => graphql);
  const conversation = ["Mutation.chat", "Mutation.answer"];
  const fields = Object.keys(schema.getMutationType()?.getFields() ?? {}).map((field) => `Mutation.${field}`);
  expect(fields.filter((field) => !known.includes(field) && !conversation.includes(field))).toEqual([]);
});

it("asks in the chat before whatever is destructive", () => {
  for (const handler of Object.values(intentHandlers)) {
    for (const name of handler.actions) {
      const action = actions[name as ActionName];
      expect(action, name).toBeDefined();
      expect(action.risk === "destructive", name).toBe(handler.kind === "confirmed");
    }
  }
});

it("audits every action that changes something", () => {
  for (const action of Object.values(actions)) if (action.kind === "write") expect(auditActions).toContain(action.name);
});

it("keeps every name of the public contract", () => {
  const contract = JSON.parse(
    readFileSync(new URL("../doors/graphql/contract.json", import.meta.url), "utf8"),
  ) as Record<string, Record<string, string>>;
  for (const [typeName, fields] of Object.entries(contract)) {
    const type = schema.getType(typeName);
    expect(type, typeName).toBeDefined();
    if (!type) continue;
    const now =
      "getFields" in type
        ? Object.fromEntries(Object.entries(type.getFields()).map(([field, { type: of }]) => [field, String(of)]))
        : "getValues" in type
          ? Object.fromEntries(type.getValues().map((value) => [value.name, "value"]))
          : {};
    expect(now, typeName).toMatchObject(fields);
  }
});
