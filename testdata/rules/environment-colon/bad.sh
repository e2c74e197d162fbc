docker run -d -m 1g --memory-swap 1g -e TZ:Europe/Berlin example/shop:1 #! environment-colon: "TZ"
