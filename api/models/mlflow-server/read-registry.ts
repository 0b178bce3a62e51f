import type { MlflowApi, RequestLimits } from "./mlflow-api.ts";

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
  source?: string;
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

/** All versions of a model that fit, or with null of every model; the oldest first. */
export async function versionsOf(
  api: MlflowApi,
  name: string | null,
  filter = "",
  limits: RequestLimits = {},
): Promise<SourceVersion[]> {
  const versions: SourceVersion[] = [];
  let token: string | undefined;
  do {
    const query = {
      filter: name === null ? undefined : `name = '${name.replaceAll("'", "''")}'${filter}`,
      max_results: name === null ? 1_000 : 200,
      page_token: token,
    };
    const page = await api.get<Pages & { model_versions?: SourceVersion[] }>(
      "/mlflow/model-versions/search",
      query,
      limits,
    );
    versions.push(...(page.model_versions ?? []));
    token = page.next_page_token || undefined;
  } while (token);
  return versions.sort((a, b) => Number(a.version) - Number(b.version));
}

/** The folder of a version's files on its server; or, where that does not hand them out itself, a sentence that says so. */
export async function folderOf(
  api: MlflowApi,
  { name, version }: Pick<SourceVersion, "name" | "version">,
): Promise<{ folder: string } | { elsewhere: string }> {
  const { artifact_uri: uri } = await api.get<{ artifact_uri: string }>("/mlflow/model-versions/get-download-uri", {
    name,
    version,
  });
  const [, folder] = /^mlflow-artifacts:\/+(?:[^/]*@?[^/]*:\d+\/)?(.+?)\/*$/.exec(uri) ?? [];
  if (folder) return { folder };
  return {
    elsewhere: `its files are at ${uri}, which that server does not hand out. Start it with --serve-artifacts (and --artifacts-destination where they are).`,
  };
}
