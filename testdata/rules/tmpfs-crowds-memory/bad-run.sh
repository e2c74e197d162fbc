docker run -m 1g --tmpfs /tmp:size=600m myapp #! tmpfs-crowds-memory: 600m
