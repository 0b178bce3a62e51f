import { gql } from "urql";
import { expect, test, vi } from "vitest";
import { makeClient } from "./client.ts";

test("while a page is rendered on the server nothing is asked, nor complained of", () => {
  const complaints = vi.spyOn(console, "warn");
  const answers: unknown[] = [];
  const query = gql`
    query Viewer {
      viewer {
        __typename
      }
    }
  `;
  makeClient()
    .client.query(query, {})
    .subscribe((answer) => answers.push(answer))
    .unsubscribe();
  expect({ complaints: complaints.mock.calls, answers }).toEqual({ complaints: [], answers: [] });
});
