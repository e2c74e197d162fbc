#!/bin/sh
docker run --tmpfs /tmp:size=64m myapp
docker run --tmpfs "/tmp:$OPTIONS" --tmpfs "$TMPFS" --tmpfs /x:size=${SIZE:-64m} myapp
docker run --mount type=tmpfs,destination=/app,tmpfs-size=64m myapp
docker run --mount type=tmpfs,destination=/app,$REST myapp
docker run --tmpfs /dev/shm --shm-size 64m myapp
docker run --tmpfs /x:ro myapp
docker run myapp --tmpfs
docker volume create -o type=tmpfs -o device=tmpfs -o o=size=1g scratch
docker run -v scratch:/scratch myapp
