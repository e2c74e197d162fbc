#!/bin/sh
docker run --tmpfs /srv:size=1m --tmpfs /srv:size=1m myapp
docker run --tmpfs /srv:size=1m -v data:/srv/data myapp
