docker run --ipc=container:first ghcr.io/acme/trainer:2
docker run --shm-size 8g ghcr.io/acme/trainer:2
