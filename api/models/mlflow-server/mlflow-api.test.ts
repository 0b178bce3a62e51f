import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { asDomainError } from "../registry/server-errors.ts";
import { openMlflow } from "./mlflow-api.ts";

let server: Server;
let host: string;
let requests: IncomingMessage[];
let answer: (response: ServerResponse, count: number) => void;
beforeEach(async () => {
  requests = [];
  server = createServer((request, response) => {
    requests.push(request);
    answer(response, requests.length);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, "close");
});

const says = (status: number, body: object) => (response: ServerResponse) =>
  void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

test("a name and a password in the address are sent, and told to nobody", async () => {
  answer = says(200, { fine: true });
  const api = openMlflow(`http://me:p%40ss@${host}/base/`);
  expect(await api.get("/mlflow/x")).toEqual({ fine: true });
  expect(api.uri).toBe(`http://${host}/base`);
  expect(requests[0]?.url).toBe("/base/api/2.0/mlflow/x?");
  expect(requests[0]?.headers.authorization).toBe(`Basic ${Buffer.from("me:p@ss").toString("base64")}`);
});

test("a token goes before a name", async () => {
  answer = says(200, {});
  await openMlflow(`http://${host}`, { MLFLOW_TRACKING_TOKEN: "t", MLFLOW_TRACKING_USERNAME: "u" }).get("/mlflow/x");
  expect(requests[0]?.headers.authorization).toBe("Bearer t");
});

test("a read is asked again when the server has no time; a change is not", async () => {
  answer = (response, count) => says(count === 1 ? 503 : 200, { count })(response);
  const api = openMlflow(`http://${host}`, {}, { repeatChanges: false });
  expect(await api.get("/mlflow/x")).toEqual({ count: 2 });
  requests = [];
  await expect(api.send("POST", "/mlflow/x", {})).rejects.toMatchObject({ code: "503", status: 503 });
  expect(requests).toHaveLength(1);
});

test("a server that is silent is waited for no longer than said", async () => {
  answer = () => {};
  const api = openMlflow(`http://${host}`, {}, { answerWithinMs: 50 });
  await expect(api.get("/mlflow/x")).rejects.toMatchObject({ code: "UNREACHABLE" });
  const late = AbortSignal.abort(new Error("late"));
  await expect(api.send("POST", "/mlflow/x", {}, { signal: late })).rejects.toMatchObject({ code: "UNREACHABLE" });
});

test("what is no MLflow server is told so", async () => {
  answer = (response) => void response.writeHead(200).end("<html>");
  await expect(openMlflow(`http://${host}`).get("/mlflow/x")).rejects.toThrow("does not answer as an MLflow server");
});

test.each([
  [500, { error_code: "INTERNAL_ERROR", message: "oh" }, "UNAVAILABLE", /can't answer now/],
  [401, { message: "who" }, "UNAVAILABLE", /MLFLOW_TRACKING_USERNAME/],
  [404, { error_code: "RESOURCE_DOES_NOT_EXIST", message: "gone" }, "CONFLICT", /has it no more/],
  [400, { error_code: "INVALID_PARAMETER_VALUE", message: "bad name" }, "CONFLICT", /refused it: bad name/],
])("an answer %i is an expected failure with what to do", async (status, body, code, sentence) => {
  answer = says(status, body);
  const error = await openMlflow(`http://${host}`)
    .get("/mlflow/x")
    .catch((thrown: unknown) => asDomainError(thrown, host));
  expect(error).toMatchObject({ code, message: expect.stringMatching(sentence) });
});
