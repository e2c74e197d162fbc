docker run --tmpfs /tmp:size=64m myapp #! tmpfs-invalid-size: 64mb
docker run --name half --tmpfs /tmp:mode=1777,size=1536k myapp #! tmpfs-invalid-size: 1.5m
docker run --name long --mount type=tmpfs,target=/tmp,tmpfs-size=50% myapp #! tmpfs-invalid-size: size "50%" of tmpfs /tmp is not a size that docker accepts
