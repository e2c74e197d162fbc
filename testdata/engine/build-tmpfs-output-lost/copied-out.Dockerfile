FROM busybox AS build
RUN --mount=type=tmpfs,target=/app/dist echo 'echo started' > /app/dist/start.sh && cp /app/dist/start.sh /start.sh

FROM busybox
COPY --from=build /start.sh /start.sh
CMD ["sh", "/start.sh"]
