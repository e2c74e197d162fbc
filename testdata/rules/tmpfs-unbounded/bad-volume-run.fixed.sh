#!/bin/sh
docker volume create -o type=tmpfs -o device=tmpfs -o o=size=64m scratch #! tmpfs-unbounded: tmpfs volume "scratch" has no size: it may take half of the host's memory
docker volume create --driver local --opt type=tmpfs --opt device=tmpfs --opt o=uid=1000,size=64m owned #! tmpfs-unbounded: tmpfs volume "owned"
docker run --name other -v elsewhere:/scratch myapp
