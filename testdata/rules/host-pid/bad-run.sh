docker run -it --rm --pid=host ghcr.io/acme/htop #! host-pid: root in it can stop them
docker run --pid host --name spy busybox:1 ps #! host-pid: "spy" sees
