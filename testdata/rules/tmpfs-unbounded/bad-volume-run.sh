#!/bin/sh
docker volume create -o type=tmpfs -o device=tmpfs scratch #! tmpfs-unbounded: tmpfs volume "scratch" has no size: it may take half of the host's memory
docker volume create --driver local --opt type=tmpfs --opt device=tmpfs --opt o=uid=1000 owned #! tmpfs-unbounded: tmpfs volume "owned"
docker run --name other -v elsewhere:/scratch myapp
