docker run --userns=host ghcr.io/acme/agent:2 #! host-user-namespace: root in it is root on the host
