docker run --privileged ghcr.io/acme/flash:1
docker run --name dind docker:dind
