#!/bin/sh
docker run --tmpfs /tmp:size=64m myapp #! tmpfs-unbounded: tmpfs /tmp of "myapp" has no size: it may take half of the host's memory
docker run -d -m 2g --memory-swap 2g --name web --tmpfs=/run:size=384m,mode=1777 myapp #! tmpfs-unbounded: tmpfs /run of "web"
docker run --mount type=tmpfs,destination=/app,tmpfs-size=64m --name long myapp #! tmpfs-unbounded: tmpfs /app of "long" has no size
docker run --mount "type=tmpfs,tmpfs-size=64m,target=/zero" --name zero myapp #! tmpfs-unbounded: tmpfs /zero
#!+2 tmpfs-unbounded: tmpfs /cache of "cache" has no size
docker run --name cache \
  --tmpfs "/cache:size=64m,noexec" \
  myapp
docker volume create --driver local -o type=tmpfs -o device=tmpfs -o o=size=64m scratch #! tmpfs-unbounded: tmpfs volume "scratch"
docker run --name user -v scratch:/scratch myapp
docker volume create --driver local --opt type=tmpfs --opt device=tmpfs --opt o=size=64m,uid=1000 owned #! tmpfs-unbounded: tmpfs volume "owned"
docker run --name other -v owned:/scratch myapp
