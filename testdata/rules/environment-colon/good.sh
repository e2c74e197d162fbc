docker run -d -m 1g --memory-swap 1g -e TZ=Europe/Berlin -e HOME -e URL=http://a:1 example/shop:1
