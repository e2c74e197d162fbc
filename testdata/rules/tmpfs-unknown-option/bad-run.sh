docker run --tmpfs /tmp:size=64m,noswap myapp #! tmpfs-unknown-option: noswap
docker run --name comma --tmpfs /tmp:size=64m, myapp #! tmpfs-unknown-option: empty
docker run --name prefix --tmpfs /tmp:tmpfs-size=64m myapp #! tmpfs-unknown-option: tmpfs-size
