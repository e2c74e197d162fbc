docker run --tmpfs /tmp:size=64m myapp #! tmpfs-size-zero: size=0
