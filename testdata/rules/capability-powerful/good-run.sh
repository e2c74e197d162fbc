docker run --cap-add=NET_ADMIN --device /dev/net/tun qmcgaw/gluetun:v3
