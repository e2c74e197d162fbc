docker run --security-opt apparmor:acme ghcr.io/acme/app:2
