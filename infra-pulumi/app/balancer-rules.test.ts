import { beforeAll, describe, expect, test } from "vitest";
import { type Answer, type Asked, answerOf } from "../testing/balancer.ts";
import { APP, OIDC } from "../testing/example-settings.ts";
import { type Made, runProgram } from "../testing/run-program.ts";

const runs: Record<string, Made[]> = {};
beforeAll(async () => {
  runs.open = (await runProgram("app", "dev", APP)).made;
  runs.signedIn = (await runProgram("app", "dev", { ...APP, ...OIDC })).made;
  runs.programs = (await runProgram("app", "dev", { ...APP, ...OIDC, machinesFromOutside: "true" })).made;
});

const PAGE = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
const CALL = { accept: "application/graphql-response+json, application/json" };
const KEY = { authorization: "Bearer fedcba9876543210fedcba9876543210" };
const SPOOFED = { "x-amzn-oidc-data": "a.b.c", "x-amzn-oidc-identity": "ann" };
const api = { sentTo: "api" };
const web = { sentTo: "web" };
const SEARCH = "/mlflow/api/2.0/mlflow/registered-models/search";
const CARD = "/models/titanic/versions/1/card.md";

/** By what is asked: what comes of it without a sign-in at the balancer, with one, and with one that programs pass. */
const table: [string, Asked, open: Answer, signedIn: Answer, programs: Answer][] = [
  ["a page", { path: "/models?sort=name", headers: PAGE }, web, "SIGN_IN", "SIGN_IN"],
  ["a page, with a key", { path: "/models", headers: { ...PAGE, ...KEY } }, web, "SIGN_IN", "SIGN_IN"],
  ["what a page loads", { path: "/_next/static/a.js" }, web, "SIGN_IN", "SIGN_IN"],
  ["the playground", { path: "/graphql", headers: PAGE }, api, "SIGN_IN", "SIGN_IN"],
  ["a card", { path: CARD, headers: PAGE }, api, "SIGN_IN", "SIGN_IN"],
  ["a link that MLflow's client printed", { path: "/mlflow/", headers: PAGE }, api, "SIGN_IN", "SIGN_IN"],
  ["a model's page", { path: "/models/titanic", headers: PAGE }, web, "SIGN_IN", "SIGN_IN"],
  ["a call", { path: "/graphql", headers: CALL }, api, "REFUSED", "REFUSED"],
  ["a call that says who it is by", { path: "/graphql", headers: { ...CALL, ...SPOOFED } }, api, "REFUSED", "REFUSED"],
  ["a stream", { path: "/graphql", headers: { accept: "text/event-stream" } }, api, "REFUSED", "REFUSED"],
  ["a call with a key", { path: "/graphql?x=1", headers: { ...CALL, ...KEY } }, api, "REFUSED", api],
  ["a key in small letters", { path: "/graphql", headers: { Authorization: "bearer x" } }, api, "REFUSED", api],
  ["a card with a key", { path: CARD, headers: KEY }, api, "REFUSED", api],
  ["MLflow's client", { path: SEARCH, headers: { accept: "*/*" } }, api, "REFUSED", "REFUSED"],
  ["MLflow's client with a key", { path: SEARCH, headers: { accept: "*/*", ...KEY } }, api, "REFUSED", api],
  ["it with a password", { path: SEARCH, headers: { authorization: "Basic YTpi" } }, api, "REFUSED", "REFUSED"],
  ["a bearer of nothing", { path: SEARCH, headers: { authorization: "Bearer" } }, api, "REFUSED", "REFUSED"],
  ["another header", { path: SEARCH, headers: { "x-authorization": "Bearer x" } }, api, "REFUSED", "REFUSED"],
  ["a path that only looks like one", { path: "/mlflowx", headers: KEY }, web, "SIGN_IN", "SIGN_IN"],
  ["a path in other letters", { path: "/GraphQL", headers: KEY }, web, "SIGN_IN", "SIGN_IN"],
];

describe.each(table)("%s", (_what, asked, open, signedIn, programs) => {
  test("comes to where it should", () => {
    const answers = ["open", "signedIn", "programs"].map((run) => answerOf(runs[run] ?? [], asked));
    expect(answers).toEqual([open, signedIn, programs]);
  });
});
