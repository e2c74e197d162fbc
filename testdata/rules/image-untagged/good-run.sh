docker run nginx:1.27 nginx
docker run "ghcr.io/acme/web:$TAG"
docker run "$IMAGE"
