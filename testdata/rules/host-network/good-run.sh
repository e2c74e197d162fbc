docker run --network backend ghcr.io/acme/api:2
docker run --network container:api busybox:1
docker run --net=host prom/node-exporter:v1.8.2
