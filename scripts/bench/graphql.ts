import { setTimeout } from "node:timers/promises";

/**
 * Asks the service by GraphQL. The type is what the query selects: it is not checked.
 * @throws when the answer has errors, or is none
 */
export async function ask<Data>(url: string, query: string, variables: object, signal: AbortSignal): Promise<Data> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ query, variables }),
    signal,
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: object[] };
  if (!data || errors) throw new Error(`${url} answered ${response.status} ${JSON.stringify(errors)}`);
  return data;
}

export interface Trained {
  version: number;
  /** Of its ONNX file. */
  artifactSha256: string;
}

/** Trains titanic and puts it into production. @throws when either fails */
export async function putTitanicIntoProduction(url: string, signal: AbortSignal): Promise<Trained> {
  const input = { model: "titanic", testSize: 0.3, seed: 1 };
  const { trainModel } = await ask<{ trainModel: { id?: string } }>(url, trainMutation, { input }, signal);
  if (!trainModel.id) throw new Error(`not trained: ${JSON.stringify(trainModel)}`);
  const trained = await endOfRun(url, trainModel.id, signal);
  const target = { model: "titanic", version: trained.version };
  const { promoteVersion } = await ask<{ promoteVersion: { stage?: string } }>(url, promoteMutation, target, signal);
  if (promoteVersion.stage !== "PRODUCTION") throw new Error(`not promoted: ${JSON.stringify(promoteVersion)}`);
  return trained;
}

interface Run {
  status: string;
  error: string | null;
  version: Trained | null;
}

async function endOfRun(url: string, id: string, signal: AbortSignal): Promise<Trained> {
  for (;;) {
    const { trainingRun: run } = await ask<{ trainingRun: Run }>(url, runQuery, { id }, signal);
    if (run.version) return run.version;
    if (run.status !== "QUEUED" && run.status !== "RUNNING") {
      throw new Error(`the training ended ${run.status}: ${run.error}`);
    }
    await pause(100, signal);
  }
}

/** @throws when `signal` aborts */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, { signal });
}

const trainMutation = `mutation Train($input: TrainModelInput!) {
  trainModel(input: $input) { ... on TrainingRun { id } ... on Error { code message } }
}`;
const runQuery = `query Run($id: ID!) { trainingRun(id: $id) { status error version { version artifactSha256 } } }`;
const promoteMutation = `mutation Promote($model: String!, $version: Int!) {
  promoteVersion(model: $model, version: $version) { ... on ModelVersion { stage } ... on Error { code message } }
}`;
