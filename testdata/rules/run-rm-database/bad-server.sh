#!/bin/sh
# the image's own server, by its name
docker run --rm --name search docker.elastic.co/elasticsearch/elasticsearch:8.15.0 eswrapper #! run-rm-database: "search" is removed when it stops
docker run --rm --name roach cockroachdb/cockroach:v24.1.0 start-single-node --insecure #! run-rm-database: "roach" is removed when it stops
docker run --rm --name metrics influxdb:2 influxd #! run-rm-database: "metrics" is removed when it stops
docker run --rm --name couch couchdb:3 /opt/couchdb/bin/couchdb #! run-rm-database: "couch" is removed when it stops
docker run --rm --name thinking rethinkdb:2.4 rethinkdb --bind all #! run-rm-database: "thinking" is removed when it stops
docker run --rm --name images registry:2 registry serve /etc/distribution/config.yml #! run-rm-database: "images" is removed when it stops
docker run --rm --name keys valkey/valkey:8 valkey-server #! run-rm-database: "keys" is removed when it stops
docker run --rm --name more-keys valkey/valkey:8 /usr/local/bin/valkey-server --port 7000 #! run-rm-database: "more-keys" is removed when it stops
