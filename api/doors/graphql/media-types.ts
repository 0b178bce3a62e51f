import type { Plugin } from "graphql-yoga";

/** What Yoga leaves without a word, in words. */
const refusals: Readonly<Record<number, string>> = {
  406: "Ask for an answer that there is: a query or mutation answers with Accept: application/json (or application/graphql-response+json), a subscription with Accept: text/event-stream.",
  415: 'Send the operation as JSON, with Content-Type: application/json and a body such as {"query": "{ __typename }"}.',
};

/** Gives a request in a media type that is not understood here, or asks for one, an error that says what to do in place of nothing. */
export function explainMediaTypes(): Plugin {
  return {
    onResponse({ response, setResponse, fetchAPI }) {
      const message = refusals[response.status];
      if (message === undefined || response.body !== null) return;
      const body = JSON.stringify({ errors: [{ message, extensions: { code: "INVALID_INPUT" } }] });
      const headers = { "content-type": "application/json", "cache-control": "no-store" };
      setResponse(new fetchAPI.Response(body, { status: response.status, headers }));
    },
  };
}
