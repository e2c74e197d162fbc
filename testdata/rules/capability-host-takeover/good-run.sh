docker run --cap-drop ALL --cap-add NET_BIND_SERVICE ghcr.io/acme/web:2
docker run --cap-add SYS_ADMIN --device /dev/fuse rclone/rclone:1 mount remote: /data
