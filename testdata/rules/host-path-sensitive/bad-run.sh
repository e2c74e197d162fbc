#!/bin/sh
docker run -v /etc:/host/etc myapp #! host-path-sensitive: take over the host
docker volume create -o type=none -o o=bind -o device=/etc settings
docker run -v settings:/x myapp #! host-path-sensitive: "myapp" mounts /etc from the host (volume "settings") and can write to it
