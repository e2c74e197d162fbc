docker run -m 2g --tmpfs /tmp:size=600m myapp
