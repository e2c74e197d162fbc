docker run -d --name web ghcr.io/acme/web:2 #! healthcheck-missing: "web" has no health check
docker run -d --name off --no-healthcheck ghcr.io/acme/web:2 #! healthcheck-missing: is switched off
