docker run --rm --security-opt systempaths=unconfined ghcr.io/acme/app:2 #! systempaths-unconfined: has all of /proc and /sys
