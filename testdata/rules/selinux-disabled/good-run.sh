docker run --security-opt label:type:acme_t ghcr.io/acme/app:2
