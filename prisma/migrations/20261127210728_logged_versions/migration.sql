-- CreateTable
CREATE TABLE "reserved_model" (
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "tags" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,

    CONSTRAINT "reserved_model_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "version_origin" (
    "version_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "run_id" TEXT,
    "logged_model_id" TEXT,
    "run_link" TEXT,

    CONSTRAINT "version_origin_pkey" PRIMARY KEY ("version_id")
);

-- CreateTable
CREATE TABLE "version_file" (
    "version_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,

    CONSTRAINT "version_file_pkey" PRIMARY KEY ("version_id","path")
);

-- CreateIndex
CREATE INDEX "version_origin_run_id_idx" ON "version_origin"("run_id");

-- CreateIndex
CREATE INDEX "version_origin_logged_model_id_idx" ON "version_origin"("logged_model_id");

-- CreateIndex
CREATE INDEX "version_file_sha256_idx" ON "version_file"("sha256");

-- AddForeignKey
ALTER TABLE "version_origin" ADD CONSTRAINT "version_origin_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "model_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_file" ADD CONSTRAINT "version_file_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "model_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
