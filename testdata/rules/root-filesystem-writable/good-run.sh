docker run --read-only --tmpfs /tmp:size=64m ghcr.io/acme/app:2
