#!/bin/sh
# programs of the same images that keep nothing
docker run --rm influxdb:2 influx version
docker run --rm mongo:4.4 mongo --host db
docker run --rm rethinkdb:2.4 rethinkdb-dump -c db
docker run --rm rethinkdb:2.4 rethinkdb create
docker run --rm registry:2 registry garbage-collect /etc/distribution/config.yml
docker run --rm mariadb:11 mariadb -h db
docker run --rm valkey/valkey:8 valkey-cli -h keys
