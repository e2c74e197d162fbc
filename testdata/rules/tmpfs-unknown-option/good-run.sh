docker run --tmpfs /tmp:size=64m,noexec,nosuid,uid=1000 myapp
podman run --tmpfs /tmp:size=64m,noswap,tmpcopyup myapp
