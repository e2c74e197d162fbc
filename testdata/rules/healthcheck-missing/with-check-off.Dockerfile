FROM ghcr.io/acme/web:2
HEALTHCHECK NONE
