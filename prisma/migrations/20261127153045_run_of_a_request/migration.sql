-- AlterTable
ALTER TABLE "pending_request" ADD COLUMN     "agent_run" BYTEA;

-- Runs that wait were kept in a schema of their own before. What was open then can't be resumed: it has to be asked for again.
UPDATE "pending_request" SET "status" = 'EXPIRED', "resolved_at" = now() WHERE "status" = 'OPEN';
DROP SCHEMA IF EXISTS "agent" CASCADE;
