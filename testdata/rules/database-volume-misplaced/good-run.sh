#!/bin/sh
docker run -d --name shop -v shop:/var/lib/postgresql postgres:18
docker run -d --name shop -e PGDATA=/var/lib/postgresql/data/x -v shop:/var/lib/postgresql/data postgres:18
