docker run --user "$(id -u)" ghcr.io/acme/app:2
docker run ghcr.io/acme/app:2 -u root
