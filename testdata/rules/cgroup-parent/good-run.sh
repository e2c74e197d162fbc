docker run --cgroupns private ghcr.io/acme/batch:2
