#!/bin/sh
docker run -v /var/run/docker.sock:/var/run/docker.sock portainer/portainer-ce:2.21.0
docker run -v "$SOCKET":/var/run/docker.sock myapp
docker volume create -d other -o type=none -o o=bind -o device=/var/run/docker.sock elsewhere
docker run -v elsewhere:/engine.sock myapp
docker run --use-api-socket=false myapp
docker run --use-api-socket portainer/portainer-ce:2.21.0
