-- AlterTable
ALTER TABLE "turn" ADD COLUMN     "cost" DOUBLE PRECISION,
ADD COLUMN     "currency" TEXT,
ADD COLUMN     "input_tokens" INTEGER,
ADD COLUMN     "output_tokens" INTEGER,
ADD COLUMN     "usage_estimated" BOOLEAN;
