import { parseArgs } from "node:util";
import {
  type Credentials,
  type MlflowApi,
  MlflowApiError,
  openMlflow,
} from "../api/models/mlflow-server/mlflow-api.ts";
import { registeredModels } from "../api/models/mlflow-server/read-registry.ts";
import { copyModel } from "./import/copy-model.ts";

const HELP = `npm run import:mlflow -- --from <tracking uri> [--to <uri>] [--model <name>]… [--rename <theirs>=<ours>]…
Brings registered models over from an MLflow server: versions with their files, aliases, tags, descriptions and stages. It can be stopped
and started again: what is there already is compared, not copied, and what people changed here since stays. In the end every file's SHA-256 is the same on
both sides, or it says which is not, and ends with code 1.
  --from    an MLflow server, as http://host:5000; its name and password by MLFLOW_TRACKING_USERNAME and _PASSWORD, or MLFLOW_TRACKING_TOKEN
  --to      this product's own, as it is running; http://localhost:4000/mlflow unless said
  --model   only this one; may be said again
  --rename  registers theirs under ours, where a name does not fit here; may be said again`;

const say = (line: string) => void process.stdout.write(`${line}\n`);

try {
  process.exitCode = await run();
} catch (error) {
  const told = error instanceof MlflowApiError || (error instanceof Error && "code" in error);
  process.stderr.write(`${told ? (error as Error).message : error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 1;
}

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: {
      from: { type: "string" },
      to: { type: "string", default: "http://localhost:4000/mlflow" },
      model: { type: "string", multiple: true, default: [] },
      rename: { type: "string", multiple: true, default: [] },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help || !values.from) {
    say(HELP);
    return values.help ? 0 : 2;
  }
  const renamed = new Map(values.rename.map((pair) => pair.split("=", 2) as [string, string]));
  const from = openMlflow(values.from, process.env as Credentials);
  const to = openMlflow(values.to);
  const experimentId = await importExperiment(to, `Imported from ${from.uri}`);
  const problems: string[] = [];
  const sums = { models: 0, versions: 0, already: 0, aliases: 0, tags: 0, files: 0, bytes: 0 };
  for await (const model of registeredModels(from)) {
    if (values.model.length > 0 && !values.model.includes(model.name)) continue;
    const copied = await copyModel({ from, to, experimentId }, model, renamed.get(model.name) ?? model.name, say);
    problems.push(...copied.problems);
    sums.models += copied.versions.size > 0 ? 1 : 0;
    sums.aliases += copied.aliases;
    sums.tags += copied.tags;
    for (const version of copied.versions.values()) {
      sums.versions += 1;
      sums.already += version.already ? 1 : 0;
      sums.files += version.files;
      sums.bytes += version.bytes;
    }
  }
  say(
    `${sums.models} models, ${sums.versions} versions (${sums.already} were there already), ${sums.aliases} aliases, ${sums.tags} tags of models, ${sums.files} files, ${sums.bytes} bytes: the same on both sides`,
  );
  for (const problem of problems) say(`Not brought over: ${problem}`);
  return problems.length > 0 ? 1 : 0;
}

async function importExperiment(to: MlflowApi, name: string): Promise<string> {
  try {
    return (await to.send<{ experiment_id: string }>("POST", "/mlflow/experiments/create", { name })).experiment_id;
  } catch (error) {
    if (!(error instanceof MlflowApiError) || error.code !== "RESOURCE_ALREADY_EXISTS") throw error;
    const { experiment } = await to.get<{ experiment: { experiment_id: string } }>("/mlflow/experiments/get-by-name", {
      experiment_name: name,
    });
    return experiment.experiment_id;
  }
}
