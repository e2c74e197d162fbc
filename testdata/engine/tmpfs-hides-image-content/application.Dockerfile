FROM busybox
WORKDIR /app
COPY start.sh .
CMD ["sh", "/app/start.sh"]
