docker run ghcr.io/acme/app:2 #! root-filesystem-writable: writable root filesystem
