#!/bin/sh
docker run -v /var/run/docker.sock:/var/run/docker.sock myapp #! docker-socket-mounted: /var/run/docker.sock
docker run --mount type=bind,src=/var/run,dst=/host/run myapp #! docker-socket-mounted: "myapp" mounts /var/run, which includes the Docker socket
docker volume create -o type=none -o o=bind -o device=/var/run/docker.sock engine
docker run -v engine:/engine.sock myapp #! docker-socket-mounted: "myapp" mounts /var/run/docker.sock
docker run --mount type=volume,dst=/x,volume-opt=type=none,volume-opt=o=bind,volume-opt=device=/run/user/1000/docker.sock myapp #! docker-socket-mounted: rootless Docker
docker run --use-api-socket myapp #! docker-socket-mounted: "myapp" is given the Docker socket by --use-api-socket
