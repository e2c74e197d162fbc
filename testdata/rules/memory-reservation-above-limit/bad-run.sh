#!/bin/sh
docker run -m 512m --memory-swap 512m --memory-reservation 1g myapp #! memory-reservation-above-limit: 1g
