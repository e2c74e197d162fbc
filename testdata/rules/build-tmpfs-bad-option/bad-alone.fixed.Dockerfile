# syntax=docker/dockerfile:1
ARG GO=1.23
FROM golang:${GO} AS tool
WORKDIR /src
COPY . .
# options of docker run, or of a cache mount
RUN --mount=type=tmpfs,target=/tmp,size=512m go build -o /usr/local/bin/tool . #! build-tmpfs-bad-option: "tmpfs-size" is not an option of a tmpfs in a build
RUN --mount=type=tmpfs,target=/tmp,size=1g go vet ./... #! build-tmpfs-bad-option: "tmpfs-size"
#!+2 build-tmpfs-bad-option: "mode"
RUN --mount=type=cache,target=/root/.cache,mode=0755 \
    --mount=type=tmpfs,target=/scratch \
    go test ./...

# no stage uses this one: it is built with --target
FROM tool AS checks
RUN --mount=type=tmpfs,target=/tmp go test -race ./... #! build-tmpfs-bad-option: "exec"
RUN --mount=type=tmpfs, target=/tmp go test . #! build-tmpfs-bad-option: nothing stands next to a comma

FROM scratch
COPY --from=tool /usr/local/bin/tool /tool
ENTRYPOINT ["/tool"]
