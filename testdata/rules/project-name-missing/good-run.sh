docker run -d ghcr.io/acme/web:2
