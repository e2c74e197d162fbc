docker run --network back ghcr.io/acme/web:2
docker run --net=none ghcr.io/acme/web:2
