FROM golang:1.23 AS tool
# copied out in the same RUN
RUN --mount=type=tmpfs,target=/out go build -o /out/tool . && cp /out/tool /usr/local/bin/
# not wanted afterwards
RUN --mount=type=tmpfs,target=/scratch go test ./...
RUN --mount=type=tmpfs,target=/root/.cache go vet ./...

FROM node:22 AS builder
WORKDIR /app
COPY . .
RUN --mount=type=tmpfs,target=/app/node_modules/.cache npm run build
RUN --mount=type=tmpfs,target=/tmp npm run pack
# written again without the mount
RUN --mount=type=tmpfs,target=/app/dist npm run check
RUN npm run build -- --to /app/dist
RUN echo done > /tmp/done
# a cache mount is another matter
RUN --mount=type=cache,target=/app/build npm run lint

FROM node:22
WORKDIR /app
COPY --from=tool /usr/local/bin/tool /usr/local/bin/
COPY --from=builder /app /app
COPY --from=builder /tmp/done /done
CMD ["node", "server.js"]
