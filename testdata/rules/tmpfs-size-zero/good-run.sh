docker run --tmpfs /tmp:size=1m --mount type=tmpfs,target=/x,tmpfs-size=1m myapp
