docker run -m 2g --tmpfs /tmp:size=600m --mount type=tmpfs,target=/x,tmpfs-size=600m myapp
