#!/bin/sh
docker run -d --name "$NAME" nginx
docker run -d --name "web-$(date +%s)" nginx
docker run -d --name /web nginx
docker run -d --name 00 nginx
docker run -d --name '' nginx
# podman takes one letter
podman run -d --name w nginx
# the name of a volume is another matter
docker volume create --name data@home
# a template
docker run -d --name some-%%REPO%% nginx
docker run -d --name '[name]' nginx
