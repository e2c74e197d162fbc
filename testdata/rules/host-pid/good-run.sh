docker run --pid=container:app busybox:1 ps
docker run --pid=host prom/node-exporter:v1.8.2
docker run busybox:1 --pid=host
