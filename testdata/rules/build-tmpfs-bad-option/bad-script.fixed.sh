#!/bin/sh
set -e
mkdir -p build
cat > build/Dockerfile <<'DOCKERFILE'
FROM debian:12
ARG MODE=1777
RUN --mount=type=tmpfs,target=/tmp make "$TARGET" #! build-tmpfs-bad-option: "mode"
DOCKERFILE

# without quotes the shell fills in $IMAGE, and \$HOME is for the build
tee debug.Dockerfile > /dev/null <<DOCKERFILE
FROM $IMAGE
#!+2 build-tmpfs-bad-option: "gid"
RUN --mount=type=tmpfs,target=/tmp make HOME=\$HOME $(nproc) #! build-tmpfs-bad-option: "uid"
RUN --mount=type=tmpfs,target=$SCRATCH make \`nproc\` \\
    test
DOCKERFILE

docker build -t example/app - <<DOCKERFILE
FROM debian:12
RUN --mount=type=tmpfs,target=/tmp make #! build-tmpfs-bad-option: "sharing"
DOCKERFILE

sudo docker buildx build --load -f- . <<-'DOCKERFILE'
	FROM debian:12
	RUN --mount=type=tmpfs,target=/tmp make #! build-tmpfs-bad-option: "required"
	DOCKERFILE

DOCKER_BUILDKIT=1 docker image build --file - --tag example/app . << "DOCKERFILE"
FROM debian:12
RUN --mount=type=tmpfs,target=/tmp make #! build-tmpfs-bad-option: "noexec"
DOCKERFILE
