#!/bin/sh
# the volume comes after the image, and run-option-after-image moves it
docker run -d --name letters postgres:16 -c fsync=off -v letters:/var/lib/postgresql/data
docker run -d --name papers mongo:8.0 --auth --volume=papers:/data/db --memory 1g
