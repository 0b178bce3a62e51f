-- AlterTable
ALTER TABLE "turn" ADD COLUMN     "asked" JSONB;

-- CreateTable
CREATE TABLE "follow_up" (
    "run_id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "turn_id" TEXT NOT NULL,
    "intents" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "follow_up_pkey" PRIMARY KEY ("run_id")
);

-- CreateIndex
CREATE INDEX "follow_up_thread_id_idx" ON "follow_up"("thread_id");

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "training_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;
