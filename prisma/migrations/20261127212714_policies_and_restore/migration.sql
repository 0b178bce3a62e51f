-- CreateEnum
CREATE TYPE "ProposalStatus" AS ENUM ('PROPOSED', 'APPROVED', 'REJECTED', 'EXPIRED');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "ModelChangeKind" ADD VALUE 'POLICY_SET';
ALTER TYPE "ModelChangeKind" ADD VALUE 'PROPOSED';
ALTER TYPE "ModelChangeKind" ADD VALUE 'PROPOSAL_APPROVED';
ALTER TYPE "ModelChangeKind" ADD VALUE 'PROPOSAL_REJECTED';
ALTER TYPE "ModelChangeKind" ADD VALUE 'PROPOSAL_EXPIRED';

-- AlterEnum
ALTER TYPE "StageChangeReason" ADD VALUE 'RESTORED';

-- AlterTable
ALTER TABLE "model" ADD COLUMN     "purged_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "model_policy" (
    "model_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "gates" JSONB NOT NULL,
    "approvals" INTEGER NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by" TEXT NOT NULL,

    CONSTRAINT "model_policy_pkey" PRIMARY KEY ("model_id")
);

-- CreateTable
CREATE TABLE "proposal" (
    "id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "status" "ProposalStatus" NOT NULL DEFAULT 'PROPOSED',
    "input" JSONB NOT NULL,
    "effects" TEXT[],
    "gates" JSONB NOT NULL,
    "plan_digest" TEXT NOT NULL,
    "proposed_by" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "cause" JSONB NOT NULL,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decision_comment" TEXT,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "proposal_model_id_id_idx" ON "proposal"("model_id", "id");

-- CreateIndex
CREATE INDEX "proposal_status_expires_at_idx" ON "proposal"("status", "expires_at");

-- CreateIndex
CREATE INDEX "proposal_version_id_idx" ON "proposal"("version_id");

-- AddForeignKey
ALTER TABLE "model_policy" ADD CONSTRAINT "model_policy_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "model"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "model"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "model_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A version waits for one decision at a time.
CREATE UNIQUE INDEX "proposal_open" ON "proposal"("version_id") WHERE "status" = 'PROPOSED';
ALTER TABLE "model_policy" ADD CONSTRAINT "model_policy_approvals_check" CHECK ("approvals" BETWEEN 0 AND 1);

-- What was removed before this had its files deleted at once.
UPDATE "model" SET "purged_at" = "removed_at" WHERE "removed_at" IS NOT NULL;
