docker run --security-opt no-new-privileges=on ghcr.io/acme/app:2 #! security-opt-invalid: takes true or false
docker run --security-opt=nosuch:thing ghcr.io/acme/app:2 #! security-opt-invalid: whose key it does not know
