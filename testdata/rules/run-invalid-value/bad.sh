#!/bin/sh
docker run -m 1Gi nginx #! run-invalid-value: "1Gi" of -m is not a size
docker run --memory-swap -2 nginx #! run-invalid-value: "-2" of --memory-swap is not a size
docker run --memory-swappiness 101 nginx #! run-invalid-value: is not between 0 and 100
docker run -p 99999:80 nginx #! run-invalid-value: "99999" is not a host port
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
docker run MyApp:latest #! run-invalid-value: "MyApp:latest" is not a valid image name: image names are lower case
docker run -d --network-alias db postgres #! run-invalid-value: network "default" does not support aliases
docker run -p ::1:8080:80 nginx #! run-invalid-value: "::1" is not an address of the host without brackets, [::1]
docker run -p '[2001:db8::1::]:80:80' nginx #! run-invalid-value: is not an address of the host
docker run -l ' =x' nginx #! run-invalid-value: " =x" of -l has no name
docker run --label 'my label=x' nginx #! run-invalid-value: has a blank in its name
docker run --mount type=bind,source=/a,target=/b,bind-recursive=writable nginx #! run-invalid-value: says bind-recursive=writable without readonly
docker run --mount type=bind,source=/a,target=/b,bind-create-src=true nginx #! run-invalid-value: has the field "bind-create-src", which is unknown before Docker 29.3
docker run --network name=web,ip=10.0.0.9 --ip 10.0.0.9 nginx #! run-invalid-value: --ip and --network with its ip exclude each other
docker run --network name=web,mac-address=x nginx #! run-invalid-value: has a mac-address "x" that is not a MAC address
docker run --net name=web,alias=a --network-alias a nginx #! run-invalid-value: --network-alias and --network with an alias exclude
docker run --network ' ' nginx #! run-invalid-value: names no network
docker run --mount type=overlay,target=/b nginx #! run-invalid-value: has the unknown type "overlay": the engine refuses to create the container
docker run --mount type=bind,target=/b nginx #! run-invalid-value: has the type bind and no source
docker run --mount type=bind,src=/a,dst=/b,bind-propagation=all nginx #! run-invalid-value: has an unknown bind-propagation "all"
docker run --mount source=data,target=data nginx #! run-invalid-value: has a target that is not absolute
docker run --mount source=data,target=/ nginx #! run-invalid-value: has the root as its target
docker run --mount target=/b,volume-subpath=x nginx #! run-invalid-value: gives a subpath to an anonymous volume
docker volume create one two #! run-invalid-value: "two" is a second one
docker run --name #! run-invalid-value: --name lacks its value
docker run -d --rm #! run-invalid-value: docker run lacks an image
#!+2 run-invalid-value: "64Mi" of --shm-size is not a size
docker run -d \
  --shm-size=64Mi \
  nginx
docker run –name web nginx #! run-invalid-value: starts with an en dash
