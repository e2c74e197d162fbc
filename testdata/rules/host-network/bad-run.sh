docker run --net=host ghcr.io/acme/api:2 #! host-network: uses the host's network
docker run --network host --name api ghcr.io/acme/api:2 #! host-network: "api" uses the host's network
