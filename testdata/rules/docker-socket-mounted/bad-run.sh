#!/bin/sh
docker run -v /var/run/docker.sock:/var/run/docker.sock myapp #! docker-socket-mounted: /var/run/docker.sock
docker run --mount type=bind,src=/var/run,dst=/host/run myapp #! docker-socket-mounted: "myapp" mounts /var/run, which includes the Docker socket
