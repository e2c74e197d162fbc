docker run --rm ghcr.io/acme/app:2 #! selinux-disabled: runs without
