-- AlterTable
ALTER TABLE "deleted_thread" ADD COLUMN     "actor_id" TEXT,
ADD COLUMN     "kept" JSONB;
