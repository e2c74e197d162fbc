#!/bin/sh
docker run -m 1Gi nginx #! run-invalid-value: "1Gi" of -m is not a size
docker run --memory-swap -2 nginx #! run-invalid-value: "-2" of --memory-swap is not a size
docker run --memory-swappiness 101 nginx #! run-invalid-value: is not between 0 and 100
docker run -p 99999:80 nginx #! run-invalid-value: "99999" is no port of the host
docker run -p 80:80/http nginx #! run-invalid-value: the protocol must be tcp, udp or sctp
docker run --ulimit nofile=2048:1024 nginx #! run-invalid-value: has a soft limit above its hard limit
docker run --mount type=bind,source=/data nginx #! run-invalid-value: has no target
docker run --mount type=volume,target=/x,mode=ro nginx #! run-invalid-value: has the unknown field "mode"
docker run -v /a:/b:ro:z nginx #! run-invalid-value: has more than three parts
docker run --rm --restart always nginx #! run-invalid-value: --restart always and --rm exclude each other
docker run -d -a stdout nginx #! run-invalid-value: -a and -d exclude each other
docker run --no-healthcheck --health-cmd true nginx #! run-invalid-value: --health-cmd and --no-healthcheck
docker run --health-interval 30 nginx #! run-invalid-value: is not a length of time
docker run --cpus 1,5 nginx #! run-invalid-value: is not a number of CPUs
docker run --device /dev/fuse:rwx nginx #! run-invalid-value: has a path that is not absolute
docker run --rm=yes nginx #! run-invalid-value: "yes" of --rm is neither true nor false
docker run --pull sometimes nginx #! run-invalid-value: is not always, missing or never
docker run MyApp:latest #! run-invalid-value: "MyApp:latest" is no name of an image, which is written in lower case
docker run -d --network-alias db postgres #! run-invalid-value: network "default" gives no names of its own
docker volume create one two #! run-invalid-value: "two" is a second one
docker run --name #! run-invalid-value: --name lacks its value
docker run -d --rm #! run-invalid-value: docker run lacks an image
#!+2 run-invalid-value: "64Mi" of --shm-size is not a size
docker run -d \
  --shm-size=64Mi \
  nginx
