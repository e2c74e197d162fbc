docker run --rm --security-opt label=disable ghcr.io/acme/app:2 #! selinux-disabled: runs without
