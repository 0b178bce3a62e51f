-- AlterTable
ALTER TABLE "model_change" ADD COLUMN     "comment" TEXT,
ADD COLUMN     "message" TEXT;

-- AlterTable
ALTER TABLE "stage_change" ADD COLUMN     "comment" TEXT,
ADD COLUMN     "message" TEXT;

-- CreateIndex
CREATE INDEX "model_name_idx" ON "model"("name");

-- CreateIndex
CREATE INDEX "stage_change_version_id_id_idx" ON "stage_change"("version_id", "id");

-- What was in production at a time: the last change into it before then.
CREATE INDEX "stage_change_production_idx" ON "stage_change" ("at", "id") WHERE "to_stage" = 'PRODUCTION';
