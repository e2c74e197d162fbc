docker run --rm ghcr.io/acme/app:2 #! systempaths-unconfined: has all of /proc and /sys
