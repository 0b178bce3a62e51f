import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";

/** Starts a training; the run can be followed from then on. */
export const TrainMutation = operation(
  graphql(`
    mutation TrainModel($input: TrainModelInput!) {
      trainModel(input: $input) {
        __typename
        ... on TrainingRun {
          id
          ...TrainingRunCard_run
        }
        ... on Error {
          code
          message
        }
      }
    }
  `),
);
