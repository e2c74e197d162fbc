#!/bin/sh
docker run nginx --memory 1g --memory-swap 1g #! run-option-after-image: "--memory 1g" comes after the image nginx
docker run -d nginx -p 127.0.0.1:8080:80 #! run-option-after-image: "-p 127.0.0.1:8080:80" comes after the image nginx
docker run postgres:16 -e POSTGRES_USER=shop -d #! run-option-after-image: "-e POSTGRES_USER=shop"
docker run myapp --tmpfs /tmp:size=64m #! run-option-after-image: "--tmpfs /tmp:size=64m" comes after the image myapp
docker run myapp --mount=type=tmpfs,target=/x,tmpfs-size=1m serve #! run-option-after-image: "--mount=type=tmpfs
docker run -it myapp -d --init -v data:/var/lib/data sh -c ls #! run-option-after-image: "-v data:/var/lib/data"
docker run myapp --restart unless-stopped #! run-option-after-image: "--restart unless-stopped"
podman run -m 2g myapp --memory-swap 2g #! run-option-after-image: "--memory-swap 2g" comes after the image myapp
#!+2 run-option-after-image: "--shm-size=1g" comes after the image selenium/standalone-chrome
docker run -d selenium/standalone-chrome \
  --shm-size=1g
# behind what a known server takes itself
docker run -d redis:7.2 --appendonly yes -v /srv/cart:/data #! run-option-after-image: "-v /srv/cart:/data" comes after the image redis:7.2
docker run -d redis redis-server --port 6380 -p 127.0.0.1:6380:6380 --restart always #! run-option-after-image: "-p 127.0.0.1:6380:6380"
#!+3 run-option-after-image: "-v pg:/var/lib/postgresql/data" comes after
docker run -d postgres:16 \
  -c fsync=off \
  -v pg:/var/lib/postgresql/data \
  -c shared_buffers=1GB
