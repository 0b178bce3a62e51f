-- What must hold and schema.prisma can't say. Written by hand.

-- A name is free again once its model was removed.
CREATE UNIQUE INDEX "model_name_live" ON "model"("name") WHERE "removed_at" IS NULL;

-- One production version per scope: a model's, or the whole registry's.
CREATE UNIQUE INDEX "model_version_production" ON "model_version"("production_scope") WHERE "stage" = 'PRODUCTION';

-- A thread waits for one thing at a time.
CREATE UNIQUE INDEX "pending_request_open" ON "pending_request"("thread_id") WHERE "status" = 'OPEN';

ALTER TABLE "training_run" ADD CONSTRAINT "training_run_progress_check" CHECK ("progress" BETWEEN 0 AND 1);
ALTER TABLE "training_event" ADD CONSTRAINT "training_event_progress_check" CHECK ("progress" BETWEEN 0 AND 1);

-- The one row of the registry's policy.
ALTER TABLE "registry_policy" ADD CONSTRAINT "registry_policy_one_row_check" CHECK ("id" = 1);
INSERT INTO "registry_policy" ("id", "scope", "revision") VALUES (1, 'MODEL', 1);

-- History is appended, never changed.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "audit_event_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_event"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

CREATE TRIGGER "stage_change_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "stage_change"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
