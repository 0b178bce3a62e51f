import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";

export const SetAliasMutation = operation(
  graphql(`
    mutation SetAlias($model: String!, $alias: String!, $version: Int!) {
      setAlias(model: $model, alias: $alias, version: $version) {
        __typename
        ... on ModelVersion {
          id
        }
        ... on Error {
          code
          message
        }
      }
    }
  `),
);

export const DeleteAliasMutation = operation(
  graphql(`
    mutation DeleteAlias($model: String!, $alias: String!) {
      deleteAlias(model: $model, alias: $alias) {
        __typename
        ... on ModelVersion {
          id
        }
        ... on Error {
          code
          message
        }
      }
    }
  `),
);

export const SetTagMutation = operation(
  graphql(`
    mutation SetTag($model: String!, $key: String!, $value: String!) {
      setTag(model: $model, key: $key, value: $value) {
        __typename
        ... on Model {
          id
        }
        ... on Error {
          code
          message
        }
      }
    }
  `),
);

export const DeleteTagMutation = operation(
  graphql(`
    mutation DeleteTag($model: String!, $key: String!) {
      deleteTag(model: $model, key: $key) {
        __typename
        ... on Model {
          id
        }
        ... on Error {
          code
          message
        }
      }
    }
  `),
);
