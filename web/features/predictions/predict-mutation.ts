import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";

/** Asks for a prediction. */
export const PredictMutation = operation(
  graphql(`
    mutation Predict($input: PredictInput!) {
      predict(input: $input) {
        __typename
        ... on Prediction {
          model
          version
          value
          probabilities
        }
        ... on Error {
          code
          message
        }
      }
    }
  `),
);
