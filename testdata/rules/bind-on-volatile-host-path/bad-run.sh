docker run -d -v /run/orders:/var/lib/mysql mysql:8.4 #! bind-on-volatile-host-path: keeps its data in /run/orders of the host
