docker run -p 127.0.0.1:8080:80 ghcr.io/acme/web:2
docker run -p 80:8080 -p 443:8443 ghcr.io/acme/web:2
docker run -p "$ADDRESS:8080:80" ghcr.io/acme/web:2
docker run --network=host -p 8080:80 ghcr.io/acme/web:2
docker run ghcr.io/acme/web:2 -p 8080:80
