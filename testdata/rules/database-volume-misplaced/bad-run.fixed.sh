#!/bin/sh
docker run -d --name shop -v shop:/var/lib/postgresql postgres:18 #! database-volume-misplaced: /var/lib/postgresql/18/docker
