import { pipeline } from "node:stream/promises";
import { z } from "zod";
import type { Scope } from "../../../actions/define-action.ts";
import { runFolder } from "../../../tracking/file-paths.ts";
import { deleteFiles, listFiles, storeFile } from "../../../tracking/files.ts";
import { listFolder, openFile } from "../../../tracking/open-file.ts";
import { findRun } from "../../../tracking/runs.ts";
import { bodyOf } from "../../body-limit.ts";
import { respond } from "../../respond.ts";
import { optionalText, runId } from "../messages.ts";
import { artifactUri, fileMessage } from "../render.ts";
import { type Exchange, message, type Route, stream } from "../route.ts";
import { runIdOf } from "./runs.ts";

/** Bytes as they are: whatever a file holds, no browser shall take it for a page of ours. */
async function download(scope: Scope, { params, response }: Exchange): Promise<void> {
  const { bytes, body } = await openFile(scope, params.path ?? "");
  response.writeHead(200, {
    "content-type": "application/octet-stream",
    "content-length": String(bytes),
    "content-disposition": "attachment",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
  await pipeline(body, response);
}

async function upload(scope: Scope, { params, request, response }: Exchange): Promise<void> {
  const length = request.headers["content-length"];
  await storeFile(scope, params.path ?? "", bodyOf(request), length === undefined ? undefined : Number(length));
  respond(response, 200, {});
}

async function remove(scope: Scope, { params, response }: Exchange): Promise<void> {
  await deleteFiles(scope, params.path ?? "");
  respond(response, 200, {});
}

export const artifactRoutes: Route[] = [
  message(
    "GET",
    "/mlflow/artifacts/list",
    "Files of a run",
    z.object({ ...runId, path: optionalText }),
    async (scope, { path: below = "", ...named }) => {
      const root = runFolder(await findRun(scope, runIdOf(named)));
      const files = await listFiles(scope, below ? `${root}/${below}` : root);
      return { root_uri: artifactUri(root), files: files.map((file) => fileMessage(file, below)) };
    },
  ),
  message(
    "GET",
    "/mlflow-artifacts/artifacts",
    "Files in a folder",
    z.object({ path: z.string().min(1) }),
    async (scope, { path }) => ({ files: (await listFolder(scope, path)).map((file) => fileMessage(file, "")) }),
  ),
  stream("GET", "/mlflow-artifacts/artifacts/{path+}", "Download a file", download),
  stream("PUT", "/mlflow-artifacts/artifacts/{path+}", "Upload a file", upload),
  stream("DELETE", "/mlflow-artifacts/artifacts/{path+}", "Delete a file, or a folder", remove),
];
