import type { MlflowApi } from "./mlflow-api.ts";

export interface Pair {
  key: string;
  value?: string;
}

export interface SourceModel {
  name: string;
  description?: string;
  tags?: Pair[];
  aliases?: { alias: string; version: string }[];
}

export interface SourceVersion {
  name: string;
  version: string;
  description?: string;
  current_stage?: string;
  creation_timestamp?: number | string;
  last_updated_timestamp?: number | string;
  run_id?: string;
  run_link?: string;
  tags?: Pair[];
  aliases?: string[];
}

interface Pages {
  next_page_token?: string;
}

/** Every registered model, page by page. */
export async function* registeredModels(api: MlflowApi): AsyncIterable<SourceModel> {
  let token: string | undefined;
  do {
    const page = await api.get<Pages & { registered_models?: SourceModel[] }>("/mlflow/registered-models/search", {
      max_results: 100,
      page_token: token,
    });
    yield* page.registered_models ?? [];
    token = page.next_page_token || undefined;
  } while (token);
}

/** All versions of a model that fit, the oldest first. */
export async function versionsOf(api: MlflowApi, name: string, filter = ""): Promise<SourceVersion[]> {
  const versions: SourceVersion[] = [];
  let token: string | undefined;
  do {
    const page = await api.get<Pages & { model_versions?: SourceVersion[] }>("/mlflow/model-versions/search", {
      filter: `name = '${name.replaceAll("'", "''")}'${filter}`,
      max_results: 200,
      page_token: token,
    });
    versions.push(...(page.model_versions ?? []));
    token = page.next_page_token || undefined;
  } while (token);
  return versions.sort((a, b) => Number(a.version) - Number(b.version));
}

/** The folder of a version's files on its server. @throws {Error} when the server does not hand them out itself */
export async function folderOf(api: MlflowApi, { name, version }: SourceVersion): Promise<string> {
  const { artifact_uri: uri } = await api.get<{ artifact_uri: string }>("/mlflow/model-versions/get-download-uri", {
    name,
    version,
  });
  const [, folder] = /^mlflow-artifacts:\/+(?:[^/]*@?[^/]*:\d+\/)?(.+?)\/*$/.exec(uri) ?? [];
  if (folder) return folder;
  throw new Error(
    `its files are at ${uri}, which that server does not hand out. Start it with --serve-artifacts (and --artifacts-destination where they are).`,
  );
}
