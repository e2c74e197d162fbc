FROM busybox
WORKDIR /app
RUN --mount=type=tmpfs,target=/app/dist echo 'echo started' > /app/dist/start.sh
CMD ["sh", "/app/dist/start.sh"]
