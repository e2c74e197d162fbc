docker run --rm ghcr.io/acme/app:2 #! capabilities-not-dropped: keeps Docker's default capabilities
