#!/bin/sh
docker run -m 2g --memory-swap 2g -e JAVA_TOOL_OPTIONS=-Xmx2g myapp #! heap-exceeds-memory: -Xmx2g of "myapp" equals its 2g memory limit
docker run -m 1g --memory-swap 1g myapp java -Xmx3g -jar app.jar #! heap-exceeds-memory: more than its 1g
