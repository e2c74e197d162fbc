docker run -u root ghcr.io/acme/app:2 #! root-user: runs as root
docker run --user=0:0 ghcr.io/acme/app:2 id #! root-user: runs as root
