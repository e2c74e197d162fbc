#!/bin/sh
docker run -m 512m --memory-swap 512m --memory-reservation 256m myapp #! memory-reservation-above-limit: 1g
