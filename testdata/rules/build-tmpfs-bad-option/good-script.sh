#!/bin/sh
# what another program reads, or another file holds, is no Dockerfile
cat > notes.txt <<'NOTES'
RUN --mount=type=tmpfs,target=/tmp,mode=1777 make
NOTES
ssh build@host <<'REMOTE'
RUN --mount=type=tmpfs,target=/tmp,mode=1777 make
REMOTE
cat > Dockerfile.dockerignore <<'IGNORED'
RUN --mount=type=tmpfs,target=/tmp,mode=1777 make
IGNORED
# the Dockerfile is in the archive that comes from standard input
docker build -f docker/Dockerfile - <<'CONTEXT'
RUN --mount=type=tmpfs,target=/tmp,mode=1777 make
CONTEXT
# what the shell fills in is not known
cat > Dockerfile <<DOCKERFILE
FROM debian:12
RUN --mount=type=tmpfs,target=/tmp,$OPTIONS make
RUN --mount=type=tmpfs,target=/tmp,mode=$MODE make
RUN --mount=type=$TYPE,target=/tmp,mode=1777 make
# plimsoll: ignore[build-tmpfs-bad-option] as a test
RUN --mount=type=tmpfs,target=/tmp,mode=1777 make
DOCKERFILE
podman build -t example/app - <<'CONTAINERFILE'
FROM debian:12
RUN --mount=type=tmpfs,target=/tmp,tmpfs-size=64m make
CONTAINERFILE
