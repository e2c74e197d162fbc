docker run --security-opt=no-new-privileges ghcr.io/acme/app:2
docker run --security-opt no-new-privileges:true ghcr.io/acme/app:2
