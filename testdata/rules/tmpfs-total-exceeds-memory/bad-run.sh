docker run -m 1g --tmpfs /tmp:size=600m --mount type=tmpfs,target=/x,tmpfs-size=600m myapp #! tmpfs-total-exceeds-memory: 1.2g
