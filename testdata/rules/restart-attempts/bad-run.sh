docker run -d --restart on-failure --name web ghcr.io/acme/web:2 #! restart-attempts: "web" may be started again
docker run -d --restart=on-failure:6 ghcr.io/acme/web:2 #! restart-attempts: more than 5 times
