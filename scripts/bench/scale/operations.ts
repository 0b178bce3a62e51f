import { nameOf, type RegistrySize } from "./registry.ts";

/** Something that people do in a large registry, by GraphQL. */
export interface Operation {
  name: string;
  query: string;
  /** Others each time. */
  variables(random: () => number): object;
}

const version = "version stage algorithm createdAt metrics { name value split }";
const hour = 3_600_000;
const begun = Date.UTC(2024, 0, 1);

/** @param size of the registry that is asked */
export function operationsFor({ models }: RegistrySize): Operation[] {
  const someModel = (random: () => number) => nameOf(Math.floor(random() * models));
  const someMoment = (random: () => number) => new Date(begun + Math.floor(random() * 14 * 24) * hour).toISOString();
  return [
    {
      name: "list: the first 20 models, with the version in production of each",
      query: `query L { models(first: 20) { totalCount nodes { name description production { ${version} } } pageInfo { hasNextPage endCursor } } }`,
      variables: () => ({}),
    },
    {
      name: "search: a part of the name",
      query: `query S($search: String!) { models(first: 20, search: $search) { totalCount nodes { name production { ${version} } } } }`,
      variables: (random) => ({
        search: String(Math.floor(random() * models))
          .padStart(5, "0")
          .slice(0, 4),
      }),
    },
    {
      name: "search: versions by a metric and a tag, in MLflow's syntax",
      query: `query F($filter: String!) { modelVersions(first: 20, filter: $filter) { nodes { ${version} model { name } tags { key value } aliases } } }`,
      variables: (random) => ({
        filter: `metrics.accuracy > ${(0.8 + 0.19 * random()).toFixed(3)} and tags.team = 'risk'`,
      }),
    },
    {
      name: "search: models by the metric of the version in production, the best first",
      query: `query O($filter: String!) { models(first: 20, filter: $filter, orderBy: ["metrics.accuracy DESC"]) { nodes { name production { ${version} } } } }`,
      variables: (random) => ({ filter: `metrics.accuracy > ${(0.8 + 0.15 * random()).toFixed(3)}` }),
    },
    {
      name: "open a model's page",
      query: `query M($name: String!) { model(name: $name) { name description features { name kind } production { ${version} dataset { name sha256 rows } } versions(first: 50) { totalCount nodes { ${version} } } stageHistory { version from to reason actor at } aliases { name } tags { key value } } }`,
      variables: (random) => ({ name: someModel(random) }),
    },
    {
      name: "time travel: what of a model was in production",
      query: `query P($name: String!, $at: DateTime!) { model(name: $name) { production(at: $at) { version } } }`,
      variables: (random) => ({ name: someModel(random), at: someMoment(random) }),
    },
    {
      name: "time travel: the active model",
      query: "query A($at: DateTime!) { activeModel(at: $at) { version model { name } } }",
      variables: (random) => ({ at: someMoment(random) }),
    },
    {
      name: "history of a model, with who and why",
      query: `query H($name: String!) { model(name: $name) { history(first: 20) { nodes { type version actor at comment message } } } }`,
      variables: (random) => ({ name: someModel(random) }),
    },
    {
      name: "audit log of a model",
      query: `query E($subject: String!) { auditLog(first: 50, subject: $subject) { totalCount nodes { seq at action outcome summary actor { name } } } }`,
      variables: (random) => ({ subject: someModel(random) }),
    },
  ];
}
