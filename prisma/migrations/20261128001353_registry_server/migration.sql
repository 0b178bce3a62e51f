-- AlterTable
ALTER TABLE "model_version" ADD COLUMN     "deleted_at" TIMESTAMPTZ(3),
ADD COLUMN     "problem" TEXT;

-- AlterTable
ALTER TABLE "registry_policy" ADD COLUMN     "server" TEXT;
