import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { listen } from "./listen.ts";
import { openPeerModel } from "./model.ts";

/** node:http and onnxruntime-node, and nothing else: the least that a prediction over HTTP can cost here. The ONNX file is the argument. */
const predict = await openPeerModel(process.argv[2] ?? "");

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { features } = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  const text = JSON.stringify(await predict(features));
  response
    .writeHead(200, {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(text),
    })
    .end(text);
}

await listen(
  createServer((request, response) => {
    answer(request, response).catch((error) => response.writeHead(500).end(String(error)));
  }),
);
