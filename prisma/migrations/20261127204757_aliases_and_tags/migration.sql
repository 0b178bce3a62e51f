-- Two tables, one log: ids of model_change are of the sequence of stage_change.
CREATE FUNCTION "next_change_id"() RETURNS bigint LANGUAGE sql VOLATILE AS $$ SELECT nextval('stage_change_id_seq') $$;

-- CreateEnum
CREATE TYPE "ModelChangeKind" AS ENUM ('ALIAS_SET', 'ALIAS_DELETED', 'TAG_SET', 'TAG_DELETED', 'DESCRIBED');

-- AlterTable
ALTER TABLE "model_version" ADD COLUMN     "description" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "model_change" (
    "id" BIGINT NOT NULL DEFAULT next_change_id(),
    "model_id" UUID NOT NULL,
    "version_id" UUID,
    "kind" "ModelChangeKind" NOT NULL,
    "name" TEXT,
    "actor_id" TEXT NOT NULL,
    "turn_id" TEXT,
    "request_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "model_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_alias" (
    "model_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version_id" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "set_by" TEXT NOT NULL,

    CONSTRAINT "model_alias_pkey" PRIMARY KEY ("model_id","name")
);

-- CreateTable
CREATE TABLE "model_tag" (
    "model_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "model_tag_pkey" PRIMARY KEY ("model_id","key")
);

-- CreateTable
CREATE TABLE "version_tag" (
    "version_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "version_tag_pkey" PRIMARY KEY ("version_id","key")
);

-- CreateIndex
CREATE INDEX "model_change_model_id_id_idx" ON "model_change"("model_id", "id");

-- CreateIndex
CREATE INDEX "model_alias_version_id_idx" ON "model_alias"("version_id");

-- AddForeignKey
ALTER TABLE "model_change" ADD CONSTRAINT "model_change_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "model"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_change" ADD CONSTRAINT "model_change_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "model_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_alias" ADD CONSTRAINT "model_alias_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "model"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_alias" ADD CONSTRAINT "model_alias_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "model_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_tag" ADD CONSTRAINT "model_tag_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "model"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_tag" ADD CONSTRAINT "version_tag_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "model_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- History is appended, never changed.
CREATE TRIGGER "model_change_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "model_change"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
