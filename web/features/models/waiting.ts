import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";

/** How many promotions wait for another person. */
export const WaitingCountQuery = operation(
  graphql(`
    query WaitingCount {
      proposals(status: PROPOSED, first: 1) {
        totalCount
      }
    }
  `),
);

/** Where they stand on the page of the models. */
export const waitingId = "waiting";

/** "2 promotions wait for approval" */
export function waitingInWords(count: number): string {
  return count === 1 ? "1 promotion waits for approval" : `${count} promotions wait for approval`;
}
