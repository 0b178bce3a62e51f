-- CreateEnum
CREATE TYPE "TurnStatus" AS ENUM ('QUEUED', 'RUNNING', 'COMPLETED', 'FAILED');

-- CreateEnum
CREATE TYPE "PendingStatus" AS ENUM ('OPEN', 'ANSWERED', 'CANCELLED', 'SUPERSEDED', 'EXPIRED');

-- CreateEnum
CREATE TYPE "PendingKind" AS ENUM ('FEATURES', 'CHOICE', 'CONFIRMATION');

-- CreateEnum
CREATE TYPE "ChatEventType" AS ENUM ('TURN_STARTED', 'STEP', 'TOKEN', 'CARD', 'PENDING', 'TURN_COMPLETED', 'TURN_FAILED');

-- CreateEnum
CREATE TYPE "Task" AS ENUM ('BINARY_CLASSIFICATION', 'MULTICLASS_CLASSIFICATION', 'REGRESSION');

-- CreateEnum
CREATE TYPE "Stage" AS ENUM ('CANDIDATE', 'PRODUCTION', 'ARCHIVED');

-- CreateEnum
CREATE TYPE "StageChangeReason" AS ENUM ('REGISTERED', 'PROMOTED', 'SUPERSEDED', 'ARCHIVED', 'ROLLED_BACK', 'REMOVED');

-- CreateEnum
CREATE TYPE "ProductionScope" AS ENUM ('MODEL', 'REGISTRY');

-- CreateEnum
CREATE TYPE "TrainingStatus" AS ENUM ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "TrainingEventType" AS ENUM ('QUEUED', 'STARTED', 'PROGRESS', 'RETRIED', 'SUCCEEDED', 'FAILED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "AuditOutcome" AS ENUM ('DONE', 'REFUSED', 'FAILED');

-- CreateTable
CREATE TABLE "thread" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "focus" JSONB NOT NULL DEFAULT '{}',
    "last_seq" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "turn" (
    "id" TEXT NOT NULL,
    "thread_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "actor_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "answers_id" UUID,
    "answer_values" JSONB,
    "status" "TurnStatus" NOT NULL DEFAULT 'QUEUED',
    "lease_owner" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "kind" TEXT,
    "content" TEXT,
    "cards" JSONB NOT NULL DEFAULT '[]',
    "interpretation" JSONB,
    "suggestions" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "pending_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "turn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chat_event" (
    "thread_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "turn_id" TEXT NOT NULL,
    "type" "ChatEventType" NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "chat_event_pkey" PRIMARY KEY ("thread_id","seq")
);

-- CreateTable
CREATE TABLE "pending_request" (
    "id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "agent_run_id" TEXT NOT NULL,
    "kind" "PendingKind" NOT NULL,
    "status" "PendingStatus" NOT NULL DEFAULT 'OPEN',
    "request" JSONB NOT NULL,
    "schema" JSONB NOT NULL,
    "missing" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" TEXT,

    CONSTRAINT "pending_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "task" "Task" NOT NULL,
    "target" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "model_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_version" (
    "id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "stage" "Stage" NOT NULL DEFAULT 'CANDIDATE',
    "production_scope" TEXT NOT NULL,
    "promoted_at" TIMESTAMPTZ(3),
    "algorithm" TEXT NOT NULL,
    "metrics" JSONB NOT NULL,
    "params" JSONB NOT NULL,
    "artifact_sha256" TEXT NOT NULL,
    "artifact_bytes" INTEGER NOT NULL,
    "dataset_id" UUID,
    "training_run_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,

    CONSTRAINT "model_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stage_change" (
    "id" BIGSERIAL NOT NULL,
    "model_id" UUID NOT NULL,
    "version_id" UUID,
    "from_stage" "Stage",
    "to_stage" "Stage" NOT NULL,
    "reason" "StageChangeReason" NOT NULL,
    "actor_id" TEXT NOT NULL,
    "turn_id" TEXT,
    "request_id" TEXT NOT NULL,
    "plan_digest" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stage_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry_policy" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "scope" "ProductionScope" NOT NULL DEFAULT 'MODEL',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "registry_policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dataset" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "columns" TEXT[],
    "provenance" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dataset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_run" (
    "id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "dataset_id" UUID NOT NULL,
    "status" "TrainingStatus" NOT NULL DEFAULT 'QUEUED',
    "progress" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "algorithm" TEXT NOT NULL,
    "test_size" DOUBLE PRECISION NOT NULL,
    "seed" INTEGER NOT NULL,
    "params" JSONB NOT NULL DEFAULT '{}',
    "metrics" JSONB NOT NULL DEFAULT '[]',
    "rows" INTEGER,
    "train_rows" INTEGER,
    "test_rows" INTEGER,
    "error" TEXT,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "last_seq" INTEGER NOT NULL DEFAULT 0,
    "actor_id" TEXT NOT NULL,
    "turn_id" TEXT,
    "request_id" TEXT NOT NULL,
    "queued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "training_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_event" (
    "run_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" "TrainingEventType" NOT NULL,
    "progress" DOUBLE PRECISION NOT NULL,
    "message" TEXT NOT NULL,
    "metrics" JSONB NOT NULL DEFAULT '[]',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "training_event_pkey" PRIMARY KEY ("run_id","seq")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "seq" BIGINT NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "outcome" "AuditOutcome" NOT NULL,
    "subject" TEXT NOT NULL,
    "version" INTEGER,
    "summary" TEXT NOT NULL,
    "details" JSONB NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "thread_id" TEXT,
    "turn_id" TEXT,
    "message" TEXT,
    "request_id" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "effect" (
    "key" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "effect_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "thread_updated_at_id_idx" ON "thread"("updated_at" DESC, "id");

-- CreateIndex
CREATE INDEX "turn_status_lease_until_idx" ON "turn"("status", "lease_until");

-- CreateIndex
CREATE UNIQUE INDEX "turn_thread_id_position_key" ON "turn"("thread_id", "position");

-- CreateIndex
CREATE INDEX "pending_request_thread_id_status_idx" ON "pending_request"("thread_id", "status");

-- CreateIndex
CREATE INDEX "model_removed_at_created_at_id_idx" ON "model"("removed_at", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "model_version_training_run_id_key" ON "model_version"("training_run_id");

-- CreateIndex
CREATE INDEX "model_version_stage_promoted_at_idx" ON "model_version"("stage", "promoted_at");

-- CreateIndex
CREATE UNIQUE INDEX "model_version_model_id_version_key" ON "model_version"("model_id", "version");

-- CreateIndex
CREATE INDEX "stage_change_model_id_id_idx" ON "stage_change"("model_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "dataset_name_sha256_key" ON "dataset"("name", "sha256");

-- CreateIndex
CREATE INDEX "training_run_model_id_queued_at_idx" ON "training_run"("model_id", "queued_at" DESC);

-- CreateIndex
CREATE INDEX "training_run_queued_at_id_idx" ON "training_run"("queued_at" DESC, "id");

-- CreateIndex
CREATE INDEX "training_run_status_lease_until_idx" ON "training_run"("status", "lease_until");

-- CreateIndex
CREATE UNIQUE INDEX "audit_event_id_key" ON "audit_event"("id");

-- CreateIndex
CREATE INDEX "audit_event_subject_seq_idx" ON "audit_event"("subject", "seq" DESC);

-- CreateIndex
CREATE INDEX "audit_event_actor_id_seq_idx" ON "audit_event"("actor_id", "seq" DESC);

-- AddForeignKey
ALTER TABLE "turn" ADD CONSTRAINT "turn_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "turn" ADD CONSTRAINT "turn_pending_id_fkey" FOREIGN KEY ("pending_id") REFERENCES "pending_request"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chat_event" ADD CONSTRAINT "chat_event_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pending_request" ADD CONSTRAINT "pending_request_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_version" ADD CONSTRAINT "model_version_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "model"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_version" ADD CONSTRAINT "model_version_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_version" ADD CONSTRAINT "model_version_training_run_id_fkey" FOREIGN KEY ("training_run_id") REFERENCES "training_run"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_change" ADD CONSTRAINT "stage_change_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "model"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_change" ADD CONSTRAINT "stage_change_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "model_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_run" ADD CONSTRAINT "training_run_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "model"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_run" ADD CONSTRAINT "training_run_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_event" ADD CONSTRAINT "training_event_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "training_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
