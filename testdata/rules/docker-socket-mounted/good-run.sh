#!/bin/sh
docker run -v /var/run/docker.sock:/var/run/docker.sock portainer/portainer-ce:2.21.0
docker run -v "$SOCKET":/var/run/docker.sock myapp
