# The server with its embedded PostgreSQL: everything it keeps is in /data.
# Build:  docker build -t sarafan .
# Run:    docker run --init --read-only --tmpfs /tmp -p 127.0.0.1:3000:3000 -v sarafan-data:/data sarafan

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY sdk/package.json sdk/
RUN npm ci
COPY tsconfig.base.json tsconfig.src.json ./
COPY src src
RUN ["node_modules/.bin/tsc", "-b", "tsconfig.src.json"]
COPY web web
COPY scripts/build-web.mjs scripts/
RUN node scripts/build-web.mjs
RUN npm prune --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    SARAFAN_DATA=/data
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE ./
COPY migrations migrations
# PostgreSQL looks its user up, so the id needs a name; the programs are run from where they are installed.
RUN groupadd --gid 10001 sarafan \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin sarafan \
    && install -d -o 10001 -g 10001 -m 0700 /data
USER 10001:10001
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=64", "dist/main.js"]
