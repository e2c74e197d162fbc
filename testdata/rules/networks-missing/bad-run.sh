docker run ghcr.io/acme/web:2 #! networks-missing: it shares one with all other containers that name none
docker run ghcr.io/acme/web:2 --network back #! networks-missing: names no network
