docker run -d --restart=no ghcr.io/acme/web:2
docker run -d --restart unless-stopped ghcr.io/acme/web:2
docker run --rm -d ghcr.io/acme/web:2
docker run ghcr.io/acme/web:2
docker run -dt ghcr.io/acme/web:2 sh
podman run -d ghcr.io/acme/web:2
