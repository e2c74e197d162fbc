docker run -p 443:8443 ghcr.io/acme/web:2 #! port-privileged: publishes 443:8443
docker run -p 8080:80 ghcr.io/acme/web:2 #! port-privileged: publishes 8080:80
