docker run --cap-add=ALL ghcr.io/acme/mounter:2 #! capability-host-takeover: stands for all of them
docker run --cap-add sys_admin --device /dev/fuse ghcr.io/acme/mounter:2 #! capability-host-takeover: SYS_ADMIN
