-- CreateEnum
CREATE TYPE "ReproductionStatus" AS ENUM ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED');

-- CreateEnum
CREATE TYPE "ReproductionOutcome" AS ENUM ('BYTE_EQUAL', 'PREDICTIONS_EQUAL', 'DIFFERENT');

-- AlterTable
ALTER TABLE "training_run" ADD COLUMN     "environment" JSONB;

-- CreateTable
CREATE TABLE "reproduction" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "status" "ReproductionStatus" NOT NULL DEFAULT 'QUEUED',
    "progress" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "message" TEXT NOT NULL,
    "outcome" "ReproductionOutcome",
    "report" JSONB,
    "environment" JSONB,
    "error" TEXT,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "losses" INTEGER NOT NULL DEFAULT 0,
    "lease_owner" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "actor_id" TEXT NOT NULL,
    "turn_id" TEXT,
    "request_id" TEXT NOT NULL,
    "queued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "reproduction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reproduction_version_id_id_idx" ON "reproduction"("version_id", "id" DESC);

-- CreateIndex
CREATE INDEX "reproduction_status_lease_until_idx" ON "reproduction"("status", "lease_until");

-- AddForeignKey
ALTER TABLE "reproduction" ADD CONSTRAINT "reproduction_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "model_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A version is trained again once at a time.
CREATE UNIQUE INDEX "reproduction_open" ON "reproduction"("version_id") WHERE "status" IN ('QUEUED', 'RUNNING');

ALTER TABLE "reproduction" ADD CONSTRAINT "reproduction_progress_check" CHECK ("progress" BETWEEN 0 AND 1);
