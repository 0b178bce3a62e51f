import {
  ActiveModelDocument,
  AuditLogDocument,
  ModelDocument,
  ModelsDocument,
  PaletteModelsDocument,
  ProductionThenDocument,
  VersionsDocument,
} from "../../../web/gql/graphql.ts";
import { nameOf, type RegistrySize } from "./registry.ts";

/** A request of HTTP to the API. */
export interface Request {
  path: string;
  /** Sent as JSON by POST; without one it is a GET. */
  body?: object;
}

/** Something that people or programs do in a large registry. */
export interface Operation {
  name: string;
  /** A real MLflow server can be asked the same. */
  mlflow?: true;
  /** How often it is asked, where that is less than the others are: it takes long. */
  rounds?: number;
  /** Another one each time. */
  request(random: () => number): Request;
}

/** Where pages go on behind: ids of rows of the registry that was written. */
export interface Places {
  models: string[];
  versions: { model: string; id: string }[];
  events: string[];
}

const hour = 3_600_000;
const begun = Date.UTC(2024, 0, 1);
const days = 14;
const version = "version stage algorithm createdAt metrics { name value split }";

/** @param size of the registry that is asked */
export function operationsFor(
  { models, auditEvents }: RegistrySize & { auditEvents: number },
  places: Places,
): Operation[] {
  type Random = () => number;
  const someModel = (random: Random) => nameOf(Math.floor(random() * models));
  const someMoment = (random: Random) => new Date(begun + Math.floor(random() * days * 24) * hour).toISOString();
  const partOfName = (random: Random) => someModel(random).slice(-5, -1);
  const oneOf = <T>(values: readonly T[], random: Random) => values[Math.floor(random() * values.length)] as T;
  const cursor = (id: string) => Buffer.from(`GPC:S:${id}`).toString("base64");
  const graphql = (
    name: string,
    query: string | { toString(): string },
    variables: (random: Random) => object,
  ): Operation => ({
    name,
    request: (random) => ({ path: "/graphql", body: { query: query.toString(), variables: variables(random) } }),
  });
  const mlflow = (name: string, path: string, parameters: (random: Random) => Record<string, string>): Operation => ({
    name: `MLflow's API: ${name}`,
    mlflow: true,
    request: (random) => ({ path: `/mlflow/api/2.0/mlflow/${path}?${new URLSearchParams(parameters(random))}` }),
  });
  const inChat = (message: string): Operation => ({
    ...graphql(
      `in chat: ${message}`,
      "mutation C($message: String!) { chat(input: { message: $message }) { ... on ChatTurn { kind content } } }",
      () => ({ message }),
    ),
    rounds: 40,
  });
  const minutes = 60_000;
  return [
    graphql("the list of models", ModelsDocument, () => ({ first: 24 })),
    graphql("the list of models, a page within", ModelsDocument, (random) => ({
      first: 24,
      after: cursor(oneOf(places.models, random)),
    })),
    graphql("the list of models, by a part of the name", ModelsDocument, (random) => ({
      first: 24,
      search: partOfName(random),
    })),
    graphql("the list of models, those in production", ModelsDocument, () => ({ first: 24, stage: "PRODUCTION" })),
    graphql(
      "models, counted, with the version in production of each",
      `{ models(first: 20) { totalCount nodes { name description production { ${version} } } pageInfo { hasNextPage endCursor } } }`,
      () => ({}),
    ),
    graphql("the first page: what is active", ActiveModelDocument, () => ({})),
    graphql("the palette of models", PaletteModelsDocument, () => ({})),
    graphql("a model's page", ModelDocument, (random) => ({ name: someModel(random) })),
    graphql("a model's versions", VersionsDocument, (random) => ({
      model: someModel(random),
      first: 10,
      filter: null,
      isLater: false,
      newer: null,
    })),
    graphql(
      "a model's older versions",
      `query O($model: String!, $after: String!) { model(name: $model) { id versions(first: 50, after: $after) { nodes { ${version} } } } }`,
      (random) => {
        const { model, id } = oneOf(places.versions, random);
        return { model, after: cursor(id) };
      },
    ),
    graphql(
      "search: versions by a metric and a tag",
      `query F($filter: String!) { modelVersions(first: 20, filter: $filter) { nodes { ${version} model { name } tags { key value } aliases } } }`,
      (random) => ({ filter: `metrics.accuracy > ${(0.8 + 0.19 * random()).toFixed(3)} and tags.team = 'risk'` }),
    ),
    graphql(
      "search: versions by a metric, a parameter and a tag, counted",
      `query F($filter: String!) { modelVersions(first: 20, filter: $filter) { totalCount nodes { ${version} model { name } } } }`,
      (random) => ({
        filter: `metrics.accuracy > ${(0.9 + 0.09 * random()).toFixed(3)} and params.seed = '${1 + Math.floor(20 * random())}' and tags.team = 'risk'`,
      }),
    ),
    graphql(
      "search: versions, the best first",
      `query F($filter: String!) { modelVersions(first: 20, filter: $filter, orderBy: ["metrics.accuracy DESC"]) { nodes { ${version} model { name } } } }`,
      (random) => ({ filter: `tags.team = '${oneOf(["risk", "growth", "care", "fleet"], random)}'` }),
    ),
    graphql(
      "search: versions by an alias",
      `query F($filter: String!) { modelVersions(first: 20, filter: $filter, orderBy: ["last_updated_timestamp DESC"]) { nodes { ${version} model { name } aliases } } }`,
      (random) => ({ filter: `alias = 'champion' and metrics.accuracy > ${(0.8 + 0.19 * random()).toFixed(3)}` }),
    ),
    graphql(
      "search: models by the metric of the version in production, the best first",
      `query O($filter: String!) { models(first: 20, filter: $filter, orderBy: ["metrics.accuracy DESC"]) { nodes { name production { ${version} } } } }`,
      (random) => ({ filter: `metrics.accuracy > ${(0.8 + 0.15 * random()).toFixed(3)}` }),
    ),
    graphql(
      "search: models by a tag, the worst first",
      `query O($filter: String!) { models(first: 20, filter: $filter, orderBy: ["metrics.log_loss DESC"]) { nodes { name production { ${version} } } } }`,
      (random) => ({ filter: `tags.team = '${oneOf(["risk", "growth"], random)}'` }),
    ),
    graphql(
      "search: models by name and parameter, the last changed first",
      `query O($filter: String!) { models(first: 20, filter: $filter, orderBy: ["last_updated_timestamp DESC"]) { totalCount nodes { name production { ${version} } } } }`,
      (random) => ({ filter: `name LIKE '%${partOfName(random)}%' and params.testSize = '0.3'` }),
    ),
    graphql(
      "time travel: what of a model was in production",
      "query P($name: String!, $at: DateTime!) { model(name: $name) { production(at: $at) { version } } }",
      (random) => ({ name: someModel(random), at: someMoment(random) }),
    ),
    graphql(
      "time travel: the active model",
      "query A($at: DateTime!) { activeModel(at: $at) { version model { name } } }",
      (random) => ({ at: someMoment(random) }),
    ),
    graphql("time travel: a model's page of a moment", ProductionThenDocument, (random) => ({
      model: someModel(random),
      at: someMoment(random),
    })),
    graphql(
      "history of a model, with who and why",
      `query H($name: String!) { model(name: $name) { history(first: 20) { nodes { type version actor at comment message } } } }`,
      (random) => ({ name: someModel(random) }),
    ),
    graphql("the audit log", AuditLogDocument, () => ({ first: 50 })),
    graphql("the audit log, a page within", AuditLogDocument, (random) => ({
      first: 50,
      after: cursor(oneOf(places.events, random)),
    })),
    graphql("the audit log of a model", AuditLogDocument, (random) => ({ first: 50, subject: someModel(random) })),
    graphql("the audit log of a kind of act", AuditLogDocument, (random) => ({
      first: 50,
      action: oneOf(["promoteVersion", "trainModel", "registerVersion", "archiveVersion", "removeModel"], random),
    })),
    graphql("the audit log of what was refused", AuditLogDocument, () => ({ first: 50, outcome: "REFUSED" })),
    graphql("the audit log of what failed", AuditLogDocument, () => ({ first: 50, outcome: "FAILED" })),
    graphql("the audit log of a person, in a week", AuditLogDocument, (random) => {
      const since = begun + Math.floor(random() * auditEvents) * minutes;
      return {
        first: 50,
        actor: "local owner",
        since: new Date(since).toISOString(),
        until: new Date(since + 7 * 24 * hour).toISOString(),
      };
    }),
    inChat("what models are available?"),
    inChat("which model is in production?"),
    mlflow("registered models by name", "registered-models/search", (random) => ({
      filter: `name LIKE '%${partOfName(random)}%'`,
      max_results: "20",
    })),
    mlflow("registered models, a first page", "registered-models/search", () => ({ max_results: "100" })),
    mlflow("versions by a tag", "model-versions/search", (random) => ({
      filter: `tags.team = '${oneOf(["risk", "growth", "care", "fleet"], random)}'`,
      max_results: "100",
    })),
    mlflow("versions of a model", "model-versions/search", (random) => ({
      filter: `name = '${someModel(random)}'`,
      max_results: "100",
    })),
    mlflow("a model", "registered-models/get", (random) => ({ name: someModel(random) })),
    mlflow("a version by its alias", "registered-models/alias", (random) => ({
      name: someModel(random),
      alias: "champion",
    })),
  ];
}
