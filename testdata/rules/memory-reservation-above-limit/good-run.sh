#!/bin/sh
docker run -m 1g --memory-swap 1g --memory-reservation 512m myapp
