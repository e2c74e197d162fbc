#!/usr/bin/env bash
set -euo pipefail

# docker run commented-out
IMAGE=redis:7
: "${DATA:=/srv/data}"

usage() {
  cat <<EOF
usage: docker run nothing
EOF
}

args=(
  -d
  --tmpfs /data:size=64m
)

sudo -E docker run "${args[@]}" --name cache "$IMAGE" # the cache

id=$(docker run -d \
  --memory 512m \
  "${OTHER:-nginx:1.27}")

if [ -n "$id" ]; then docker volume create --driver local data; fi

echo "docker run in-a-string"
ssh host docker run elsewhere
docker ps -q | xargs docker run unknowable
podman run --rm -v "$PWD":/work alpine ls || exit 1
