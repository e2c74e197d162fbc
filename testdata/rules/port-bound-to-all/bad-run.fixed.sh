docker run -p 127.0.0.1:8080:80 ghcr.io/acme/web:2 #! port-bound-to-all: "ghcr.io/acme/web:2" publishes port 8080
docker run --publish 127.0.0.1:8080-8081:80-81/tcp ghcr.io/acme/web:2 #! port-bound-to-all: ports 8080-8081
docker run --publish=127.0.0.1::80 ghcr.io/acme/web:2 #! port-bound-to-all: publishes a port
