docker run -d -e DB_PASSWORD=q7Rk2vX9mZ4tLw8b -e MODE=fast ghcr.io/acme/shop:2 #! secret-literal: DB_PASSWORD
