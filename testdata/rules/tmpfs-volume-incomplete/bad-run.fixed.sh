#!/bin/sh
docker volume create --driver local -o type=tmpfs -o o=size=64m -o device=tmpfs nodevice #! tmpfs-volume-incomplete: device
docker volume create --opt type=tmpfs --opt device=tmpfs --opt o=size=64m sized #! tmpfs-volume-incomplete: size
