docker run -d -e DB_PASSWORD=q7Rk2vX9mZ4tLw8b -e MODE=fast ghcr.io/acme/shop:2 #! secret-literal: DB_PASSWORD
docker run -d ghcr.io/acme/shop:2 serve --database postgres://shop:mZ4tLw8bq7Rk2vX9@db/shop #! secret-literal: "ghcr.io/acme/shop:2" has a password in its command that looks real
