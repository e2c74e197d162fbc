docker run -m 1g --memory-swap 1g --tmpfs /tmp:size=2g myapp #! tmpfs-exceeds-memory: 2g
docker run --name long --memory=1g --memory-swap=1g --mount type=tmpfs,target=/x,tmpfs-size=2g myapp #! tmpfs-exceeds-memory: 2g
