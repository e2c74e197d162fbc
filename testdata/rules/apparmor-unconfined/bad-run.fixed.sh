docker run --rm ghcr.io/acme/app:2 #! apparmor-unconfined: runs without
