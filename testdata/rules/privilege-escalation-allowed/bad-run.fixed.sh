docker run --rm --security-opt no-new-privileges=true ghcr.io/acme/app:2 #! privilege-escalation-allowed: lets programs gain privileges
