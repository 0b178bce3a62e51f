import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";

export const RestoreVersionMutation = operation(
  graphql(`
    mutation RestoreVersion($model: String!, $version: Int!) {
      restoreVersion(model: $model, version: $version) {
        __typename
        ... on ModelVersion {
          id
          version
          stage
        }
        ... on Error {
          code
          message
        }
      }
    }
  `),
);

export const RestoreModelMutation = operation(
  graphql(`
    mutation RestoreModel($name: String!) {
      restoreModel(name: $name) {
        __typename
        ... on Model {
          id
          name
        }
        ... on Error {
          code
          message
        }
      }
    }
  `),
);

/** Takes a restoring back. What it restored was a candidate, so nothing that answers is touched. */
export const ArchiveAgainMutation = operation(
  graphql(`
    mutation ArchiveAgain($model: String!, $version: Int!) {
      archiveVersion(model: $model, version: $version) {
        __typename
        ... on ModelVersion {
          id
          version
          stage
        }
        ... on Error {
          code
          message
        }
      }
    }
  `),
);
