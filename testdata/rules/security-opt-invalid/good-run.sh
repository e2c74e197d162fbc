docker run --security-opt no-new-privileges ghcr.io/acme/app:2
docker run --cap-drop=ALL --security-opt "$OPTION" ghcr.io/acme/app:2
podman run --security-opt mask=/proc/acpi ghcr.io/acme/app:2
