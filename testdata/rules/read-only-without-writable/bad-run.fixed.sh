#!/bin/sh
docker run --read-only --name web --tmpfs /var/cache/nginx:size=64m --tmpfs /run:size=64m nginx:1.29 #! read-only-without-writable: /var/cache/nginx
