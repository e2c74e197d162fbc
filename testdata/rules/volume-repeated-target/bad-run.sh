#!/bin/sh
docker run -v data:/srv -v site:/srv/ myapp #! volume-repeated-target: refuses to create the container
