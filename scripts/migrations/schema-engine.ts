import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { schemaFile } from "../../api/platform/migrations/folder.ts";

/**
 * The SQL that brings a database's schema to that of schema.prisma; empty when it is the same. Asked of Prisma's schema engine in its
 * WebAssembly form, which needs no download. The engine only reads here.
 */
export async function diffToSchema(databaseUrl: string): Promise<string> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const files = [{ path: schemaFile, content: readFileSync(schemaFile, "utf8") }];
  try {
    const engine = await loadEngine().new(
      { datamodels: files.map(({ path, content }) => [path, content]) },
      () => {},
      catalogAdapter(pool),
    );
    try {
      const result = await engine.diff({
        from: { tag: "schemaDatasource", files, configDir: "." },
        to: { tag: "schemaDatamodel", files },
        script: true,
        exitCode: null,
        filters: { externalTables: [], externalEnums: [] },
      });
      const script = result.stdout ?? "";
      return script.includes("-- This is an empty migration.") ? "" : script.trim();
    } finally {
      engine.free();
    }
  } finally {
    await pool.end();
  }
}

let loaded = false;

/**
 * The package imports its .wasm as a module, which Node does not do unasked; so it is compiled and bound here. Once only: the bindings keep
 * views of the memory that they were bound to first.
 */
function loadEngine(): typeof bindings.SchemaEngine {
  if (loaded) return bindings.SchemaEngine;
  const file = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
    .replace(/\.js$/, ".wasm");
  const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)), {
    "./schema_engine_bg.js": { ...bindings },
  });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start !== "function")
    throw new Error("This @prisma/schema-engine-wasm is not the one that this module was written for");
  start();
  loaded = true;
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: failWith } });
  return bindings.SchemaEngine;
}

/** What the engine calls when it panics. */
function failWith(message: string): never {
  throw new Error(`Prisma's schema engine failed: ${message}`);
}

/**
 * PostgreSQL's one-letter type "char", which stands in its catalogs, is unknown to the adapter: the pool calls it an array of characters,
 * which no catalog query of the engine returns, and the adapter calls that a character.
 */
const CATALOG_CHAR = 18;
const CHAR_ARRAY = 1002;

function catalogAdapter(pool: pg.Pool): ReturnType<typeof bindMigrationAwareSqlAdapterFactory> {
  const query = pool.query.bind(pool);
  Object.assign(pool, {
    query: async (config: pg.QueryArrayConfig) => {
      const result = await query(config);
      for (const field of result.fields) if (field.dataTypeID === CATALOG_CHAR) field.dataTypeID = CHAR_ARRAY;
      return result;
    },
  });
  const factory = new PrismaPg(pool, { schema: "public" });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (request) => {
      const result = await queryRaw(request);
      return {
        ...result,
        columnTypes: result.columnTypes.map((type) =>
          type === ColumnTypeEnum.CharacterArray ? ColumnTypeEnum.Character : type,
        ),
      };
    };
    return adapter;
  };
  return bindMigrationAwareSqlAdapterFactory(factory);
}
