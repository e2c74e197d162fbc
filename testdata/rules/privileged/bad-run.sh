docker run --rm --privileged ghcr.io/acme/flash:1 #! privileged: "ghcr.io/acme/flash:1" is privileged
docker run --privileged=true --name probe alpine:3 dmesg #! privileged: "probe" is privileged
podman run --privileged ghcr.io/acme/flash:1 #! privileged: is privileged
