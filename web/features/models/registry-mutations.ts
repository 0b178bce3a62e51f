import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";

/**
 * Acts that take one another back, each as it is done and as it is undone. All are asked for in the same way: what comes of it is read by
 * `problemOf`, which finds the refusal or nothing.
 */
export const Refusal_error = graphql(`
  fragment Refusal_error on Error {
    code
    message
  }
`);

export const SetAliasMutation = operation(
  graphql(`
    mutation SetAlias($model: String!, $alias: String!, $version: Int!) {
      setAlias(model: $model, alias: $alias, version: $version) {
        ...Refusal_error
      }
    }
  `),
);

export const DeleteAliasMutation = operation(
  graphql(`
    mutation DeleteAlias($model: String!, $alias: String!) {
      deleteAlias(model: $model, alias: $alias) {
        ...Refusal_error
      }
    }
  `),
);

export const SetTagMutation = operation(
  graphql(`
    mutation SetTag($model: String!, $key: String!, $value: String!) {
      setTag(model: $model, key: $key, value: $value) {
        ...Refusal_error
      }
    }
  `),
);

export const DeleteTagMutation = operation(
  graphql(`
    mutation DeleteTag($model: String!, $key: String!) {
      deleteTag(model: $model, key: $key) {
        ...Refusal_error
      }
    }
  `),
);

export const RestoreVersionMutation = operation(
  graphql(`
    mutation RestoreVersion($model: String!, $version: Int!) {
      restoreVersion(model: $model, version: $version) {
        ...Stage_version
        ...Refusal_error
      }
    }
  `),
);

/** Takes a restoring back. What it restored was a candidate, so nothing that answers is touched. */
export const ArchiveAgainMutation = operation(
  graphql(`
    mutation ArchiveAgain($model: String!, $version: Int!) {
      archiveVersion(model: $model, version: $version) {
        ...Stage_version
        ...Refusal_error
      }
    }
  `),
);

export const RestoreModelMutation = operation(
  graphql(`
    mutation RestoreModel($name: String!) {
      restoreModel(name: $name) {
        ...Refusal_error
      }
    }
  `),
);

/** What a version became, for whatever shows it. */
export const Stage_version = graphql(`
  fragment Stage_version on ModelVersion {
    id
    stage
  }
`);
