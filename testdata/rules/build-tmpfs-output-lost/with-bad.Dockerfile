FROM golang:1.23 AS tool
RUN --mount=type=tmpfs,target=/out go build -o /out/tool . #! build-tmpfs-output-lost: this RUN writes to /out on a tmpfs, which never becomes part of the image

FROM node:22 AS builder
WORKDIR /app
COPY . .
RUN --mount=type=tmpfs,target=/app/.next npm run build #! build-tmpfs-output-lost: /app/.next is missing where it is needed
RUN --mount=type=tmpfs,target=/tmp npm run pack -- --to /tmp/pack.tgz #! build-tmpfs-output-lost: /tmp/pack.tgz is missing

FROM node:22
WORKDIR /app
COPY --from=tool /out/tool /usr/local/bin/
COPY --from=builder /app /app
COPY --from=builder /tmp/pack.tgz /
RUN --mount=type=tmpfs,target=/srv/run node generate.js #! build-tmpfs-output-lost: /srv/run/start.js is missing
CMD ["node", "/srv/run/start.js"]
