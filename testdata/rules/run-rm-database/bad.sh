#!/bin/sh
docker run --rm -d -e POSTGRES_PASSWORD=x -p 5432:5432 postgres:16 #! run-rm-database: "postgres:16" is removed when it stops (--rm)
docker run --rm --name db mysql:8.4 #! run-rm-database: "db" is removed when it stops (--rm), and nothing is mounted to keep /var/lib/mysql
docker run --rm --name mongo -v /data/db mongo:7 #! run-rm-database: nothing is mounted to keep /data/db
docker run --rm --name cache -v conf:/etc/mysql/conf.d mariadb:11 --max-connections=10 #! run-rm-database: the data of
docker run -d \
  --rm \
  --name docs \
  mongo:7 mongod --quiet #! run-rm-database: "docs" is removed when it stops
