docker run -d -v /run/orders:/var/lib/mysql mysql:8.4 #! bind-on-volatile-host-path: "mysql:8.4" (MySQL) keeps its data in /run/orders on the host, which is in memory on most hosts
