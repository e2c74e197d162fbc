docker run --rm ghcr.io/acme/app:2 --security-opt systempaths=unconfined
