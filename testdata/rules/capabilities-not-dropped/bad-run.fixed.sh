docker run --rm --cap-drop ALL ghcr.io/acme/app:2 #! capabilities-not-dropped: keeps Docker's default capabilities
