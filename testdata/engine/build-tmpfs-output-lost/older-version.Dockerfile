FROM busybox
WORKDIR /app
COPY . .
RUN --mount=type=tmpfs,target=/app/dist echo 'echo new' > /app/dist/start.sh
CMD ["sh", "/app/dist/start.sh"]
