docker run -d --health-cmd 'curl -f localhost' ghcr.io/acme/web:2
docker run -d --health-interval 5s ghcr.io/acme/web:2
docker run ghcr.io/acme/web:2 migrate
docker run --rm -d ghcr.io/acme/web:2
docker run -it ghcr.io/acme/web:2 sh
docker run -dit ghcr.io/acme/web:2 sh
docker create --name copy ghcr.io/acme/web:2
