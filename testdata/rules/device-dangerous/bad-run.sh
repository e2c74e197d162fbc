docker run --device=/dev/sdb ghcr.io/acme/recovery:2 #! device-dangerous: the device /dev/sdb
docker run --device /dev/mapper/vg-root:/dev/root:rwm ghcr.io/acme/recovery:2 #! device-dangerous: /dev/mapper/vg-root
