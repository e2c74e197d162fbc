#!/bin/sh
docker run -dit --rm -p8080:80 -m=1g --sig-proxy=false nginx
docker run nginx --mem 1g
docker run --net host --dns-opt ndots:1 --net-alias web --kernel-memory 50m nginx
podman run --replace --userns=keep-id --new-flag x --tz local nginx
docker run "--$KIND" 1g $OPTIONS nginx
docker -H tcp://host:2375 run --rm nginx
docker compose run --no-deps web
docker exec --nothing web
docker ps --what
docker volume create -d local -o type=tmpfs -o device=tmpfs data
docker run -- nginx --mem
