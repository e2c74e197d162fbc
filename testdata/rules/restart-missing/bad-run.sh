docker run -d --name web ghcr.io/acme/web:2 #! restart-missing: "web" has no restart policy
