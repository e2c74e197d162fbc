docker run --rm ghcr.io/acme/app:2 #! privilege-escalation-allowed: lets programs gain privileges
