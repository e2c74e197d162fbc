#!/bin/sh
docker run -v data:/srv --tmpfs /srv:size=1m myapp #! tmpfs-repeated-target: is both a tmpfs and a volume: the engine refuses
docker run --tmpfs /srv:size=1m -v /data:/srv myapp #! tmpfs-repeated-target: the engine refuses to create the container
docker run --mount type=tmpfs,target=/srv,tmpfs-size=1m --mount type=tmpfs,target=/srv,tmpfs-size=1m myapp #! tmpfs-repeated-target: is mounted twice as tmpfs: the engine refuses
docker run --mount type=tmpfs,target=/srv,tmpfs-size=1m -v data:/srv myapp #! tmpfs-repeated-target: the engine refuses
docker run --mount type=volume,source=data,target=/srv --tmpfs /srv:size=1m myapp #! tmpfs-repeated-target: /srv of "myapp" is both a tmpfs and a volume
docker run -v /srv --tmpfs /srv:size=1m myapp #! tmpfs-repeated-target: a tmpfs and a volume: the tmpfs is mounted
docker run --tmpfs /srv:size=1m --tmpfs /srv:size=2m myapp #! tmpfs-repeated-target: the client uses only the last
docker run --tmpfs /srv:size=1m --tmpfs /srv/:size=2m myapp #! tmpfs-repeated-target: both are mounted, and one covers the other
docker run --tmpfs /srv:size=1m --mount type=tmpfs,target=/srv,tmpfs-size=2m myapp #! tmpfs-repeated-target: one covers the other
