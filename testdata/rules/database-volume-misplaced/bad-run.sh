#!/bin/sh
docker run -d --name shop -v shop:/var/lib/postgresql/data postgres:18 #! database-volume-misplaced: /var/lib/postgresql/18/docker
