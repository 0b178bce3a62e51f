# Two images: `--target api` runs the roles api (unless another is named), worker and migrate; `--target web` the web app.
# Node 24 on Debian 12, by digest; another one is given by --build-arg, as the images' own test does.
ARG NODE_IMAGE=docker.io/library/node:24-bookworm-slim@sha256:6f7b03f7c2c8e2e784dcf9295400527b9b1270fd37b7e9a7285cf83b6951452d

# In each of the two stages that build, one step installs, makes and removes what was only for the making: what is never kept is never
# written into a layer, which is most of what a build takes.
FROM ${NODE_IMAGE} AS api-build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY scripts/setup/paths.mjs scripts/setup/
COPY scripts/images scripts/images
COPY prisma prisma
COPY api api
# `generate` asks for the schema engine's binary but does not run it; so nothing is downloaded. The language models' packages are loaded by
# their names, so they are named.
RUN --mount=type=cache,target=/root/.npm \
    npm ci --omit=dev \
    && PATH="/app/node_modules/.bin:$PATH" PRISMA_SCHEMA_ENGINE_BINARY=/bin/true CHECKPOINT_DISABLE=1 \
      node node_modules/prisma/build/index.js generate \
    && node scripts/images/write-database-certificates.mjs certificates/rds.pem \
    && node scripts/images/keep-packages.mjs \
      api/main.ts api/roles/api.ts api/roles/worker.ts api/roles/migrate.ts \
      @langchain/anthropic @langchain/aws @langchain/ollama @langchain/openai \
    && node scripts/images/drop-foreign-files.mjs

FROM ${NODE_IMAGE} AS web-build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY scripts/setup/paths.mjs scripts/setup/
COPY scripts/images scripts/images
COPY api api
COPY web web
RUN --mount=type=cache,target=/root/.npm \
    npm ci --omit=dev \
    && NEXT_TELEMETRY_DISABLED=1 NODE_ENV=production node node_modules/next/dist/bin/next build web \
    && node scripts/images/freeze-web-config.mjs \
    && rm -rf web/.next/cache web/.next/diagnostics web/.next/trace web/.next/trace-build web/.next/types \
    && node scripts/images/keep-packages.mjs api/main.ts api/roles/web.ts api/roles/next.ts \
    && node scripts/images/drop-foreign-files.mjs

FROM ${NODE_IMAGE} AS web
ENV NODE_ENV=production \
    NODE_OPTIONS=--disable-warning=ExperimentalWarning \
    HOST=0.0.0.0 \
    PORT=3000 \
    MODELWRIGHT_DATA_DIR=/data
WORKDIR /app
COPY package.json ./
COPY --from=web-build /app/node_modules node_modules
COPY --from=web-build /app/web/.next web/.next
COPY --from=web-build /app/web/next.config.mjs web/
COPY scripts/images/healthcheck.mjs scripts/images/
COPY api/*.ts api/
COPY api/platform api/platform
COPY api/doors/*.ts api/doors/
COPY api/doors/mlflow/errors.ts api/doors/mlflow/path.ts api/doors/mlflow/
COPY api/roles api/roles
RUN mkdir /data && chown 1000:1000 /data
# On Fargate a mount takes the owner of the folder that the image declares as a volume.
VOLUME ["/data"]
USER 1000:1000
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=15s --retries=3 CMD ["node", "scripts/images/healthcheck.mjs"]
ENTRYPOINT ["node", "api/main.ts"]
CMD ["web"]

FROM ${NODE_IMAGE} AS api
# HEALTH_PORT is the worker's: one port for whatever role the container has.
ENV NODE_ENV=production \
    NODE_OPTIONS=--disable-warning=ExperimentalWarning \
    HOST=0.0.0.0 \
    PORT=4000 \
    HEALTH_PORT=4000 \
    WEB=false \
    MODELWRIGHT_DATA_DIR=/data
WORKDIR /app
COPY package.json ./
COPY --from=api-build /app/node_modules node_modules
COPY --from=api-build /app/prisma prisma
COPY --from=api-build /app/certificates certificates
COPY scripts/images/healthcheck.mjs scripts/images/
COPY scripts/smoke.mjs scripts/
COPY scripts/smoke/client.mjs scripts/smoke/
COPY api api
RUN mkdir /data && chown 1000:1000 /data
# On Fargate a mount takes the owner of the folder that the image declares as a volume.
VOLUME ["/data"]
USER 1000:1000
EXPOSE 4000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 CMD ["node", "scripts/images/healthcheck.mjs"]
ENTRYPOINT ["node", "api/main.ts"]
CMD ["api"]
