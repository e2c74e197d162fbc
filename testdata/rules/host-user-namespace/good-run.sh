podman run --userns=keep-id ghcr.io/acme/agent:2
docker run ghcr.io/acme/agent:2
