#!/bin/sh
docker run --log-opt max-size=10m nginx:1.29
docker run --log-driver local nginx:1.29
podman run nginx:1.29
