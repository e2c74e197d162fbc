docker run --gpus all --ipc=host --rm ghcr.io/acme/trainer:2 #! host-ipc: shares IPC with the host
