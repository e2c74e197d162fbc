docker run --cap-add=NET_ADMIN ghcr.io/acme/router:2 #! capability-powerful: NET_ADMIN
docker run --cap-add SYS_PTRACE ghcr.io/acme/api:2 gdb #! capability-powerful: memory of all processes
