-- AlterTable
ALTER TABLE "model_version" ADD COLUMN     "coefficients" JSONB;
