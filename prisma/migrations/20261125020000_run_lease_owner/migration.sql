-- AlterTable
ALTER TABLE "training_run" ADD COLUMN     "lease_owner" TEXT;
