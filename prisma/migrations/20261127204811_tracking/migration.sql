-- CreateEnum
CREATE TYPE "ProgramRunStatus" AS ENUM ('RUNNING', 'SCHEDULED', 'FINISHED', 'FAILED', 'KILLED');

-- CreateEnum
CREATE TYPE "LoggedModelStatus" AS ENUM ('PENDING', 'READY', 'UPLOAD_FAILED');

-- CreateEnum
CREATE TYPE "ModelUse" AS ENUM ('INPUT', 'OUTPUT');

-- CreateTable
CREATE TABLE "experiment" (
    "id" BIGSERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),
    "created_by" TEXT NOT NULL,

    CONSTRAINT "experiment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "experiment_tag" (
    "experiment_id" BIGINT NOT NULL,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "experiment_tag_pkey" PRIMARY KEY ("experiment_id","key")
);

-- CreateTable
CREATE TABLE "program_run" (
    "id" TEXT NOT NULL,
    "experiment_id" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "user_name" TEXT NOT NULL,
    "status" "ProgramRunStatus" NOT NULL DEFAULT 'RUNNING',
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "created_by" TEXT NOT NULL,

    CONSTRAINT "program_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_param" (
    "run_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "run_param_pkey" PRIMARY KEY ("run_id","key")
);

-- CreateTable
CREATE TABLE "run_tag" (
    "run_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "run_tag_pkey" PRIMARY KEY ("run_id","key")
);

-- CreateTable
CREATE TABLE "run_metric" (
    "id" BIGSERIAL NOT NULL,
    "run_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "step" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,
    "model_id" TEXT,
    "dataset_name" TEXT,
    "dataset_digest" TEXT,

    CONSTRAINT "run_metric_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_latest_metric" (
    "run_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "step" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "run_latest_metric_pkey" PRIMARY KEY ("run_id","key")
);

-- CreateTable
CREATE TABLE "run_dataset" (
    "run_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "source_type" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "schema" TEXT,
    "profile" TEXT,
    "tags" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "run_dataset_pkey" PRIMARY KEY ("run_id","name","digest")
);

-- CreateTable
CREATE TABLE "run_model" (
    "run_id" TEXT NOT NULL,
    "model_id" TEXT NOT NULL,
    "use" "ModelUse" NOT NULL,
    "step" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "run_model_pkey" PRIMARY KEY ("run_id","model_id","use")
);

-- CreateTable
CREATE TABLE "logged_model" (
    "id" TEXT NOT NULL,
    "experiment_id" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "status" "LoggedModelStatus" NOT NULL DEFAULT 'PENDING',
    "model_type" TEXT NOT NULL DEFAULT '',
    "source_run_id" TEXT,
    "params" JSONB NOT NULL DEFAULT '{}',
    "tags" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "logged_model_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "logged_file" (
    "path" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "stored_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "logged_file_pkey" PRIMARY KEY ("path")
);

-- CreateIndex
CREATE UNIQUE INDEX "experiment_name_key" ON "experiment"("name");

-- CreateIndex
CREATE INDEX "experiment_updated_at_id_idx" ON "experiment"("updated_at" DESC, "id");

-- CreateIndex
CREATE INDEX "program_run_experiment_id_started_at_id_idx" ON "program_run"("experiment_id", "started_at" DESC, "id");

-- CreateIndex
CREATE INDEX "run_metric_model_id_key_idx" ON "run_metric"("model_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "run_metric_run_id_key_step_at_value_key" ON "run_metric"("run_id", "key", "step", "at", "value");

-- CreateIndex
CREATE INDEX "run_latest_metric_key_value_idx" ON "run_latest_metric"("key", "value");

-- CreateIndex
CREATE INDEX "logged_model_experiment_id_created_at_id_idx" ON "logged_model"("experiment_id", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "logged_model_source_run_id_idx" ON "logged_model"("source_run_id");

-- CreateIndex
CREATE INDEX "logged_file_sha256_idx" ON "logged_file"("sha256");

-- AddForeignKey
ALTER TABLE "experiment_tag" ADD CONSTRAINT "experiment_tag_experiment_id_fkey" FOREIGN KEY ("experiment_id") REFERENCES "experiment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_run" ADD CONSTRAINT "program_run_experiment_id_fkey" FOREIGN KEY ("experiment_id") REFERENCES "experiment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_param" ADD CONSTRAINT "run_param_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "program_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_tag" ADD CONSTRAINT "run_tag_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "program_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_metric" ADD CONSTRAINT "run_metric_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "program_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_latest_metric" ADD CONSTRAINT "run_latest_metric_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "program_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_dataset" ADD CONSTRAINT "run_dataset_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "program_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run_model" ADD CONSTRAINT "run_model_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "program_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "logged_model" ADD CONSTRAINT "logged_model_experiment_id_fkey" FOREIGN KEY ("experiment_id") REFERENCES "experiment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Below here by hand: what schema.prisma can't say.

-- The default experiment, which programs use when they name none.
INSERT INTO "experiment" ("id", "name", "created_by") VALUES (0, 'Default', 'system');

-- Bytes in their order, so that all below a folder is one range of the index.
ALTER TABLE "logged_file" ALTER COLUMN "path" TYPE TEXT COLLATE "C";
