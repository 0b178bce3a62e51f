import type { Scope } from "../../../actions/define-action.ts";
import { listFiles } from "../../../tracking/files.ts";
import { mlflowPath } from "../../mlflow/path.ts";
import { builder } from "../builder.ts";

interface LoggedFileShape {
  name: string;
  /** Below the folder of the run or logged model. */
  path: string;
  bytes: bigint | null;
  /** Where it stands among all files; null for a folder. */
  stored: string | null;
}

export const LoggedFile = builder.objectRef<LoggedFileShape>("LoggedFile").implement({
  description: "A file that a program logged, or a folder of them.",
  fields: (t) => ({
    name: t.exposeString("name"),
    path: t.exposeString("path", { description: "Below the run or the logged model: for `files(path:)` of a folder." }),
    folder: t.boolean({ resolve: ({ stored }) => stored === null }),
    bytes: t.float({
      nullable: true,
      description: "A whole number; null for a folder.",
      resolve: ({ bytes }) => (bytes === null ? null : Number(bytes)),
    }),
    url: t.string({
      nullable: true,
      description: "Where to download it, on this server; null for a folder.",
      resolve: ({ stored }) =>
        stored &&
        `${mlflowPath}/api/2.0/mlflow-artifacts/artifacts/${stored.split("/").map(encodeURIComponent).join("/")}`,
    }),
  }),
});

/** What stands below a run's or a logged model's folder, or in a folder there. */
export async function filesIn(scope: Scope, root: string, path: string | null | undefined): Promise<LoggedFileShape[]> {
  const below = path ? `${path}/` : "";
  const files = await listFiles(scope, `${root}/${below}`);
  return files.map(({ name, folder, bytes }) => ({
    name,
    path: `${below}${name}`,
    bytes,
    stored: folder ? null : `${root}/${below}${name}`,
  }));
}
