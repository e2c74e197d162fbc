docker run --rm --log-driver none ghcr.io/acme/web:2 report
docker run --log-driver none ghcr.io/acme/web:2 report
docker run -d --log-driver local ghcr.io/acme/web:2
docker run -d ghcr.io/acme/web:2 --log-driver none
