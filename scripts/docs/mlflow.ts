import { protocolVersion } from "../../api/doors/mlflow/protocol-version.ts";
import { routeGroups } from "../../api/doors/mlflow/routes.ts";
import { largestOnnx } from "../../api/models/onnx-file/read-onnx.ts";
import { limits } from "../../api/tracking/limits.ts";
import { table } from "./markdown.ts";

/** docs/mlflow.md: how it is used, and the table of routes from the code. */
export function mlflowPage(): string {
  const rows = Object.entries(routeGroups)
    .filter(([group]) => group !== "Not here")
    .flatMap(([group, routes]) =>
      routes.map(({ kind, method, path, does }) => [
        group,
        `\`${method} ${path.replaceAll("+}", "}")}\``,
        kind === "missing" ? `not here: ${does}` : does,
      ]),
    );
  const absent = new Set((routeGroups["Not here"] ?? []).map(({ does }) => does));
  return `# MLflow

Modelwright answers MLflow's own client: point it to \`/mlflow\`, and what you have in Python goes on as it is. Tried with the client of version
${protocolVersion}, unmodified (\`npm run test:interop\`).

\`\`\`python
import mlflow
from mlflow.models import infer_signature

mlflow.set_tracking_uri("http://localhost:4000/mlflow")   # or MLFLOW_TRACKING_URI
with mlflow.start_run():
    mlflow.log_params({"C": 1.0})
    mlflow.log_metric("accuracy", 0.81)
    mlflow.onnx.log_model(
        onnx_model,                                       # skl2onnx.convert_sklearn(pipeline, …)
        name="model",
        signature=infer_signature(features, pipeline.predict(features)),
        registered_model_name="titanic",
    )
mlflow.MlflowClient().set_registered_model_alias("titanic", "production", "1")
\`\`\`

That version answers from now on, in the chat and in GraphQL. A name and a password are taken and not looked at. Where people
sign in (\`SIGN_IN\`), give the client a key of \`SIGN_IN_MACHINES\` as \`MLFLOW_TRACKING_TOKEN\`: what it does is then done by \`machine:<name>\`, which needs an
editor's role to log and register.

Behind a balancer's sign-in the key alone gets nowhere unless the balancer lets it pass. The stacks for AWS do so by a setting ([deploy.md](deploy.md), \`machinesFromOutside\`); then, from anywhere:

\`\`\`python
os.environ["MLFLOW_TRACKING_TOKEN"] = key                 # of SIGN_IN_MACHINES, which AWS has in a secret
mlflow.set_tracking_uri("https://modelwright.example.com/mlflow")
\`\`\`

Another proxy is told to pass requests with \`Authorization: Bearer …\` to \`/mlflow\` and \`/graphql\` on as they are, **without** the headers that say who signed in and
without the proxy's own secret: the key is then all that speaks for the request.

The links that the client prints after a run lead to it in the web app: parameters, tags, data sets, files, and each metric with its history, and the
version that was made of it. Experiments, and their runs by a filter in MLflow's syntax, are at \`/experiments\`; in GraphQL they are \`experiments\`,
\`loggedRun\` and \`loggedModel\`.

## What becomes a version

An ONNX model with a signature. Its inputs are one for each column (\`[None, 1]\`, of float, double, int64, int32 or string), or one of numbers whose
columns the signature names. It gives a class with probabilities, with or without ZipMap, or one number. When it is registered the file is read,
adapted, opened in onnxruntime and tried; what can't serve is refused with the reason, and no version is made:

- another flavor (a pickle is never opened), no signature, a fixed number of rows
- operators of other domains than \`ai.onnx\` and \`ai.onnx.ml\`, external data (log with \`save_as_external_data=False\`), more than ${largestOnnx / 2 ** 20} MiB
- features, categories or classes that are not those of the model's definition, when its name has one: registered, or shipped (titanic, penguins, cars)
- a name that is not of small letters, digits, hyphens and underscores

The first version of a name makes its definition. Categories and classes are read off the file. Where it does not tell them, say so:

\`\`\`python
mlflow.onnx.log_model(…, metadata={"modelwright": {
    "target": "survived",                    # what is predicted; "target" unless said
    "classes": ["0", "1"],                   # in the order of the probabilities
    "categories": {"port": ["C", "Q", "S"]}, # of inputs that are texts
    "unit": "mpg",                           # of a number that is predicted
}})
\`\`\`

## Loading in Python

\`\`\`python
mlflow.onnx.load_model("models:/titanic@production")
mlflow.pyfunc.load_model("models:/titanic/2").predict(pandas.DataFrame([{"sex": "male", "pclass": "1", …}]))
\`\`\`

A version that was logged is downloaded as it was logged. One that was trained here is packaged: \`label\` and \`probabilities\`, or \`value\`, from an
input for each feature, as a table or as a dictionary of arrays of shape \`(rows, 1)\` (texts of dtype \`object\`, numbers of \`float32\`).

## Stages and aliases

${table(
  ["In MLflow", "Here"],
  [
    ["alias `production`", "the stage PRODUCTION; to set it promotes, to delete it archives"],
    ["other aliases", "aliases; `latest`, `candidate`, `archived` and `v1` … are reserved"],
    [
      "stage Production",
      "PRODUCTION; the version that was there is archived, whatever `archive_existing_versions` says",
    ],
    ["stage Archived", "ARCHIVED"],
    ["stage Staging", "CANDIDATE with the alias `staging`"],
    ["stage None", "CANDIDATE; from the archive a version is restored, from production it goes by the archive"],
  ],
)}

## Limits

A file has at most ${limits.file / 2 ** 20} MiB, a batch ${limits.batchMetrics} metrics, ${limits.batchParams} parameters and ${limits.batchTags} tags. Files are sent whole
through the server; an upload that breaks off leaves the path as it was. Experiments keep their files here: \`artifact_location\` is not taken.
Searches take MLflow's syntax, and OR, NOT and parentheses besides; metrics of a version that was logged are \`metrics.logged.accuracy\`.

## Bringing models over

\`\`\`sh
npm run import:mlflow -- --from http://mlflow.example.com:5000
\`\`\`

copies every registered model with versions, files, aliases, tags, descriptions and stages, and with the parameters and metrics of each
version's run; then compares the SHA-256 of every file on both sides. It can be stopped and started again: what
is there already is compared, and aliases, tags, descriptions and stages that were set or changed here since stay as they are. What is refused is told with the reason, and
\`--rename Theirs=ours\` gives a name that does not fit another. Version numbers count from 1 here: the tag \`imported.version\` has theirs.
The server must hand out files itself (\`mlflow server\` with \`--serve-artifacts\`, as it does unless told not to).

## An MLflow server as the registry

\`\`\`sh
REGISTRY=mlflow MLFLOW_TRACKING_URI=http://mlflow.example.com:5000 npm start
\`\`\`

Models, versions, aliases, tags, descriptions and stages are that server's then, and what is done here is done there: by chat, in GraphQL, in the web app. What others do
there is seen here within \`MLFLOW_FOLLOW_SECONDS\` (10), or by the next act on that model, and stands in the history as done by "MLflow server". Tried with
\`mlflow server\` ${protocolVersion}, without sign-in there (\`npm run test:interop\`).

| Here                | On the server                                                                                                   |
| ------------------- | --------------------------------------------------------------------------------------------------------------- |
| PRODUCTION          | the alias \`production\`; MLflow's old stages are not read                                                       |
| ARCHIVED, CANDIDATE | the tag \`modelwright.stage\` of the version: \`archived\`, \`candidate\`; a version that \`production\` leaves is archived |
| a training          | a run in the experiment \`Modelwright\`, and a version with the model that \`mlflow.onnx.load_model\` loads          |
| a removed model     | renamed to \`titanic (removed, …)\` while it can be restored; then deleted                                        |
| policies, proposals, plans, the log | nothing: they are kept here                                                                     |

- The database must be a new one, and is that server's from then on. Of an installation with models of its own none are moved there.
- The server has to hand out files itself (\`--serve-artifacts\`, as it does unless told not to).
- A version that can't serve (see above) is listed with the reason (\`ModelVersion.problem\`) and can't be promoted. Models are not shown whose name does not fit here, or none of
  whose versions can serve; \`registry\` in GraphQL, and the settings in the web app, name them with the reason.
- While the server is away, all that is here can be read, and predictions go on. Acts on the registry are refused with UNAVAILABLE; a training that ends meanwhile waits for it, two hours at most, and says so in its log. \`/readyz\` stays
  200 and says \`"registry": "mlflow, which does not answer"\`.
- Through \`/mlflow\` nothing can be registered: it answers with the address of the server. Aliases, tags and stages that are set by it are set there.
- Beside it, this service needs to be the only one that sets \`modelwright.\` tags. A person who moves \`production\` in the milliseconds between our last look and our
  request is overwritten: MLflow has no way to say "only if".
- Its lists are read whole at each look, and each new version's files are fetched: of a registry with many thousands of versions the first look takes long.

## Routes

Below \`/mlflow/api/2.0\`. What is not in the table is answered with \`ENDPOINT_NOT_FOUND\`; with \`NOT_IMPLEMENTED\`: ${[...absent].join("; ")}.

${table(["", "Route", ""], rows)}
`;
}
