-- AlterTable
ALTER TABLE "model" ADD COLUMN     "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "model_version" ADD COLUMN     "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "version_metric" (
    "version_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "split" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "version_metric_pkey" PRIMARY KEY ("version_id","name","split")
);

-- CreateTable
CREATE TABLE "version_param" (
    "version_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "version_param_pkey" PRIMARY KEY ("version_id","key")
);

-- CreateIndex
CREATE INDEX "version_metric_name_split_value_version_id_idx" ON "version_metric"("name", "split", "value", "version_id");

-- CreateIndex
CREATE INDEX "model_version_updated_at_id_idx" ON "model_version"("updated_at", "id");

-- CreateIndex
CREATE INDEX "model_version_created_at_id_idx" ON "model_version"("created_at", "id");

-- AddForeignKey
ALTER TABLE "version_metric" ADD CONSTRAINT "version_metric_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "model_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_param" ADD CONSTRAINT "version_param_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "model_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What is longer than this would not fit into an index: a text is looked up by its beginning, then compared as a whole.
CREATE INDEX "version_param_value_idx" ON "version_param" ("key", left("value", 256), "version_id");
CREATE INDEX "version_tag_value_idx" ON "version_tag" ("key", left("value", 256), "version_id");
CREATE INDEX "model_tag_value_idx" ON "model_tag" ("key", left("value", 256), "model_id");
CREATE INDEX "model_alias_name_idx" ON "model_alias" ("name");

CREATE FUNCTION "write_version_search_rows"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM "version_metric" WHERE "version_id" = NEW."id";
    DELETE FROM "version_param" WHERE "version_id" = NEW."id";
  END IF;
  INSERT INTO "version_metric" ("version_id", "name", "split", "value")
  SELECT NEW."id", metric->>'name', metric->>'split', (metric->>'value')::double precision
  FROM jsonb_array_elements(CASE jsonb_typeof(NEW."metrics") WHEN 'array' THEN NEW."metrics" ELSE '[]' END) AS metric
  WHERE metric->>'name' IS NOT NULL AND metric->>'split' IS NOT NULL AND jsonb_typeof(metric->'value') = 'number'
  ON CONFLICT DO NOTHING;
  INSERT INTO "version_param" ("version_id", "key", "value")
  SELECT NEW."id", param."key", param."value"
  FROM jsonb_each_text(CASE jsonb_typeof(NEW."params") WHEN 'object' THEN NEW."params" ELSE '{}' END) AS param
  WHERE param."value" IS NOT NULL;
  RETURN NULL;
END
$$;

CREATE TRIGGER "model_version_search_rows" AFTER INSERT ON "model_version"
  FOR EACH ROW EXECUTE FUNCTION "write_version_search_rows"();
CREATE TRIGGER "model_version_search_rows_again" AFTER UPDATE OF "metrics", "params" ON "model_version"
  FOR EACH ROW WHEN (OLD."metrics" IS DISTINCT FROM NEW."metrics" OR OLD."params" IS DISTINCT FROM NEW."params")
  EXECUTE FUNCTION "write_version_search_rows"();

-- Those that are there already: as if they had been written just now.
INSERT INTO "version_metric" ("version_id", "name", "split", "value")
SELECT "id", metric->>'name', metric->>'split', (metric->>'value')::double precision
FROM "model_version", jsonb_array_elements(CASE jsonb_typeof("metrics") WHEN 'array' THEN "metrics" ELSE '[]' END) AS metric
WHERE metric->>'name' IS NOT NULL AND metric->>'split' IS NOT NULL AND jsonb_typeof(metric->'value') = 'number'
ON CONFLICT DO NOTHING;
INSERT INTO "version_param" ("version_id", "key", "value")
SELECT "id", param."key", param."value"
FROM "model_version", jsonb_each_text(CASE jsonb_typeof("params") WHEN 'object' THEN "params" ELSE '{}' END) AS param
WHERE param."value" IS NOT NULL;
UPDATE "model_version" v SET "updated_at" = coalesce((SELECT max(c."at") FROM "stage_change" c WHERE c."version_id" = v."id"), v."created_at");
UPDATE "model" m SET "updated_at" = coalesce((SELECT max(c."at") FROM "stage_change" c WHERE c."model_id" = m."id"), m."created_at");
