#!/bin/sh
docker run -v /srv/db:/var/lib/mysql mariadb:11
