FROM busybox
WORKDIR /app
RUN --mount=type=cache,target=/app/dist echo 'echo started' > /app/dist/start.sh
CMD ["sh", "/app/dist/start.sh"]
