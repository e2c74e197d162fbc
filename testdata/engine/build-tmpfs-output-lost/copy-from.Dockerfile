FROM busybox AS build
RUN --mount=type=tmpfs,target=/app/dist echo 'echo started' > /app/dist/start.sh

FROM busybox
COPY --from=build /app/dist /app/dist
CMD ["sh", "/app/dist/start.sh"]
