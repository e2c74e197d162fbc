#!/bin/sh
docker volume create --driver local -o type=tmpfs -o device=tmpfs -o o=size=64m,uid=1000 complete
docker volume create -d plugin -o type=tmpfs other
docker volume create -o type=tmpfs $OPTIONS scratch
docker volume create plain
