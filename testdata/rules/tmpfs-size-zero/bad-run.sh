docker run --tmpfs /tmp:size=0 myapp #! tmpfs-size-zero: size=0
