docker run --tmpfs /tmp:size=64m --mount type=tmpfs,target=/x,tmpfs-size=64mb myapp
