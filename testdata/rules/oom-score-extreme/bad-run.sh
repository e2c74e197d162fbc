#!/bin/sh
docker run --oom-score-adj -1000 myapp #! oom-score-extreme: -1000
