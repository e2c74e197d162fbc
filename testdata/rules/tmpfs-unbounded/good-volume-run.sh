#!/bin/sh
docker volume create -o type=tmpfs -o device=tmpfs -o o=uid=1000,size=64m sized
docker volume create -o type=tmpfs -o device=tmpfs -o "o=$OPTIONS" unknown
docker volume create -o type=tmpfs -o device=tmpfs $MORE more
docker volume create -o type=nfs -o device=:/srv -o o=addr=10.0.0.2 share
docker volume create --driver rclone -o type=tmpfs -o device=tmpfs cloud
docker volume create -o type=tmpfs -o device=tmpfs -o o=nr_blocks=4096 pages
docker volume create -o type=tmpfs -o device=tmpfs -o o=ro,uid=1000 empty
docker volume create plain
