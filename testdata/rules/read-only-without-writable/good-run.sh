#!/bin/sh
podman run --read-only nginx:1.29
docker run --read-only --tmpfs /var/cache/nginx:size=64m --tmpfs /run:size=1m --tmpfs /tmp:size=1m nginx:1.29
