docker run --device /dev/fuse --device=/dev/kvm ghcr.io/acme/machine:2
docker run -d --privileged --device=/dev/kmsg gcr.io/cadvisor/cadvisor:v0.49.1
