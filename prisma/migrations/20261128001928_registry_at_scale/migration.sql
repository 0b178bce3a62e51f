-- CreateTable
CREATE TABLE "audit_tally" (
    "day" DATE NOT NULL,
    "action" TEXT NOT NULL,
    "outcome" "AuditOutcome" NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "events" BIGINT NOT NULL,

    CONSTRAINT "audit_tally_pkey" PRIMARY KEY ("day","action","outcome","actor_id","actor_name")
);

-- CreateIndex
CREATE INDEX "audit_event_actor_name_seq_idx" ON "audit_event"("actor_name", "seq" DESC);

-- CreateIndex
CREATE INDEX "audit_event_action_outcome_seq_idx" ON "audit_event"("action", "outcome", "seq" DESC);

-- CreateIndex
CREATE INDEX "audit_event_action_seq_idx" ON "audit_event"("action", "seq" DESC);

-- CreateIndex
CREATE INDEX "audit_event_outcome_seq_idx" ON "audit_event"("outcome", "seq" DESC);

-- CreateIndex
CREATE INDEX "audit_event_at_seq_idx" ON "audit_event"("at", "seq");

-- CreateIndex
CREATE INDEX "model_version_model_id_stage_version_idx" ON "model_version"("model_id", "stage", "version" DESC);

-- The list of models by a part of the name, and by its order, without their definitions: a search reads this and not the rows.
CREATE INDEX "model_live_idx" ON "model" ("id", "name") WHERE "removed_at" IS NULL;

CREATE FUNCTION "tally_audit_events"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "audit_tally" ("day", "action", "outcome", "actor_id", "actor_name", "events")
  SELECT ("at" AT TIME ZONE 'UTC')::date, "action", "outcome", "actor_id", "actor_name", count(*) FROM "added" GROUP BY 1, 2, 3, 4, 5
  ON CONFLICT ("day", "action", "outcome", "actor_id", "actor_name")
  DO UPDATE SET "events" = "audit_tally"."events" + EXCLUDED."events";
  RETURN NULL;
END
$$;

CREATE TRIGGER "audit_event_tally" AFTER INSERT ON "audit_event" REFERENCING NEW TABLE AS "added"
  FOR EACH STATEMENT EXECUTE FUNCTION "tally_audit_events"();

-- Those that are there already.
INSERT INTO "audit_tally" ("day", "action", "outcome", "actor_id", "actor_name", "events")
SELECT ("at" AT TIME ZONE 'UTC')::date, "action", "outcome", "actor_id", "actor_name", count(*) FROM "audit_event" GROUP BY 1, 2, 3, 4, 5;
