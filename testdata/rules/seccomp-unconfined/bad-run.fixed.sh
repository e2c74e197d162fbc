docker run --rm ghcr.io/acme/app:2 #! seccomp-unconfined: runs without
