#!/bin/sh
docker run --memory 1g --memory-swap 1g nginx #! run-option-after-image: "--memory 1g" comes after the image nginx
docker run -d -p 127.0.0.1:8080:80 nginx #! run-option-after-image: "-p 127.0.0.1:8080:80" comes after the image nginx
docker run -e POSTGRES_USER=shop -d postgres:16 #! run-option-after-image: "-e POSTGRES_USER=shop"
docker run --tmpfs /tmp:size=64m myapp #! run-option-after-image: "--tmpfs /tmp:size=64m" comes after the image myapp
docker run --mount=type=tmpfs,target=/x,tmpfs-size=1m myapp serve #! run-option-after-image: "--mount=type=tmpfs
docker run -it -d --init -v data:/var/lib/data myapp sh -c ls #! run-option-after-image: "-v data:/var/lib/data"
docker run --restart unless-stopped myapp #! run-option-after-image: "--restart unless-stopped"
podman run -m 2g --memory-swap 2g myapp #! run-option-after-image: "--memory-swap 2g" comes after the image myapp
#!+2 run-option-after-image: "--shm-size=1g" comes after the image selenium/standalone-chrome
docker run -d --shm-size=1g selenium/standalone-chrome
# behind what a known server takes itself
docker run -d -v /srv/cart:/data redis:7.2 --appendonly yes #! run-option-after-image: "-v /srv/cart:/data" comes after the image redis:7.2
docker run -d -p 127.0.0.1:6380:6380 --restart always redis redis-server --port 6380 #! run-option-after-image: "-p 127.0.0.1:6380:6380"
#!+3 run-option-after-image: "-v pg:/var/lib/postgresql/data" comes after
docker run -d -v pg:/var/lib/postgresql/data postgres:16 \
  -c fsync=off \
  -c shared_buffers=1GB
