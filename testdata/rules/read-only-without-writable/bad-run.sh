#!/bin/sh
docker run --read-only --name web nginx:1.29 #! read-only-without-writable: /var/cache/nginx
