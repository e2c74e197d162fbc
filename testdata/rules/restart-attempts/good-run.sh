docker run -d --restart on-failure:5 ghcr.io/acme/web:2
docker run -d --restart always ghcr.io/acme/web:2
docker run -d ghcr.io/acme/web:2
