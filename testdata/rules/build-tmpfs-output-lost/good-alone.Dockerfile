FROM node:22 AS site
WORKDIR /site
COPY . .
# copied out, or written elsewhere, by the same instruction
RUN --mount=type=tmpfs,target=/site/.next npm ci && npm run build && cp -r .next /built
RUN --mount=type=tmpfs,target=/site/dist npm run build && mv dist/site.js /built/
RUN --mount=type=tmpfs,target=/site/build npm run build && rsync -a build/ /srv/site/
RUN --mount=type=tmpfs,target=/site/out npm run build && tar -C out -cf /site.tar .
RUN --mount=type=tmpfs,target=/site/output npm run build -- --outDir /srv/site
RUN --mount=type=tmpfs,target=/site/target OUT_DIR=/srv/site npm run build
RUN --mount=type=tmpfs,target=/site/bin npm run build > /srv/site/index.html
RUN --mount=type=tmpfs,target=/site/_build sh -c 'npm run build --dest="$WHERE"'

FROM golang:1.23 AS server
WORKDIR /server
COPY . .
RUN --mount=type=tmpfs,target=/root/.cache/go-build --mount=type=tmpfs,target=/go/pkg/mod go build -o /usr/local/bin/server .
RUN --mount=type=tmpfs,target=/server/build cmake -S . -B build && cmake --build build && cmake --install build
RUN --mount=type=tmpfs,target=/server/out cmake -S . -B out && make -C out && install -m 755 out/helper /usr/local/bin/

# tests write what nobody keeps; the build comes later
FROM node:22 AS app
WORKDIR /app
COPY . .
RUN --mount=type=tmpfs,target=/app/dist npm test
RUN npm run build

FROM app AS docs
RUN --mount=type=tmpfs,target=/app/site npm run lint

FROM scratch AS root
COPY --from=server / /

FROM node:22
WORKDIR /app
# caches, and places that nobody needs
RUN --mount=type=tmpfs,target=/tmp --mount=type=tmpfs,target=/var/lib/apt/lists apt-get update && apt-get install -y git
RUN --mount=type=tmpfs,target=/root/.npm --mount=type=tmpfs,target=/app/node_modules/.cache npm ci
RUN --mount=type=tmpfs,target=/opt /usr/local/bin/prepare
COPY --from=app /app/dist ./dist
COPY --from=site /built ./built
COPY --from=site /site.tar /srv/site/ ./
COPY --from=server /usr/local/bin/server /usr/local/bin/
# comes with what is copied later
RUN --mount=type=tmpfs,target=/app/public npm run build
COPY --from=site /site /app
# the base image has it
ENTRYPOINT ["/opt/entrypoint"]
CMD ["node", "/app/public/server.js"]
