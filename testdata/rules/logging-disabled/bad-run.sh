docker run -d --name web --log-driver none ghcr.io/acme/web:2 #! logging-disabled: "web" keeps no log
docker run --detach --log-driver=none ghcr.io/acme/web:2 #! logging-disabled: keeps no log
