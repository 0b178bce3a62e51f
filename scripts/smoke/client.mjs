/** A stream or an answer that takes longer is a failure. */
export const withinMs = 120_000;
/**
 * But a training may have to wait until there is a worker, where none runs while nothing is queued: until it is seen that one is needed, and
 * then until it has come.
 */
export const trainingWithinMs = 6 * 60_000;
/** A program can't sign in as people do. */
const key = process.env.SMOKE_TEST_KEY;

/**
 * @param {string} url
 * @param {string} query
 * @param {object} variables
 * @returns {Promise<any>} its data
 * @throws when it is answered by anything else
 */
export async function graphql(url, query, variables) {
  const response = await ask(url, query, variables, "application/json", withinMs);
  const text = await response.text();
  if (!text.startsWith("{")) throw new Error(`/graphql answered ${response.status}, and no JSON`);
  const { data, errors } = JSON.parse(text);
  if (errors || !data) throw new Error(errors?.[0]?.message ?? `/graphql answered ${response.status}`);
  return data;
}

/**
 * Says something, and waits for the reply.
 * @param {string} url
 * @param {string} threadId
 * @param {string} message
 * @returns {Promise<{ kind: string, content: string, cards: { runId?: string }[] }>}
 */
export async function chatTurn(url, threadId, message) {
  const { chat } = await graphql(
    url,
    `mutation ($input: ChatInput!) {
      chat(input: $input) {
        ... on ChatTurn { kind content cards { ... on TrainingCard { runId } } }
        ... on Error { message }
      }
    }`,
    { input: { threadId, message } },
  );
  if (!chat.kind) throw new Error(`“${message}” was refused: ${chat.message}`);
  return chat;
}

/**
 * A subscription's events, up to the first for which `isLast` holds.
 * @param {string} url
 * @param {string} query
 * @param {object} variables
 * @param {(event: any) => boolean} isLast
 * @param {number} ms
 * @returns {Promise<any[]>}
 */
export async function follow(url, query, variables, isLast, ms = withinMs) {
  const response = await ask(url, query, variables, "text/event-stream", ms);
  if (!response.body) throw new Error(`/graphql answered ${response.status}, and no stream`);
  const events = [];
  let text = "";
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
      const data = /^data: (.+)$/m.exec(text.slice(0, end))?.[1];
      text = text.slice(end + 2);
      if (!data) continue;
      const message = JSON.parse(data);
      if (message.errors) throw new Error(message.errors[0].message);
      const event = Object.values(message.data)[0];
      events.push(event);
      if (isLast(event)) return events;
    }
  }
  throw new Error("the stream ended before its last event");
}

/**
 * @param {string} url
 * @param {string} query
 * @param {object} variables
 * @param {string} accept
 * @param {number} ms
 */
function ask(url, query, variables, accept, ms) {
  return fetch(new URL("/graphql", url), {
    method: "POST",
    headers: { "content-type": "application/json", accept, ...(key ? { authorization: `Bearer ${key}` } : {}) },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(ms),
  });
}
