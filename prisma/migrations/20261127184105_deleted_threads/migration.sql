-- CreateTable
CREATE TABLE "deleted_thread" (
    "id" UUID NOT NULL,
    "deleted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deleted_thread_pkey" PRIMARY KEY ("id")
);

-- Those that were deleted before, by the audit log's word; an id that was given again since is in use.
INSERT INTO "deleted_thread" ("id", "deleted_at")
SELECT "subject"::uuid, max("at") FROM "audit_event"
WHERE "action" = 'deleteThread' AND "outcome" = 'DONE'
  AND NOT EXISTS (SELECT FROM "thread" WHERE "id" = "subject"::uuid)
GROUP BY "subject"::uuid;
