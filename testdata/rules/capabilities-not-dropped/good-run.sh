docker run --rm --cap-drop ALL ghcr.io/acme/app:2
