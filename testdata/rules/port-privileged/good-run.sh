docker run -p 8080:8080 ghcr.io/acme/web:2
docker run -p 80:80 --cap-drop ALL ghcr.io/acme/web:2
docker run ghcr.io/acme/web:2 -p 80:80
