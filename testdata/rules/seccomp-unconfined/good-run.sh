docker run --security-opt seccomp:./profile.json ghcr.io/acme/app:2
