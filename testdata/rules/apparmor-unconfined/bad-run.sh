docker run --rm --security-opt apparmor=unconfined ghcr.io/acme/app:2 #! apparmor-unconfined: runs without
