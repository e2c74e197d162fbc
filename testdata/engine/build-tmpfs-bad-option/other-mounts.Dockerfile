FROM busybox
RUN --mount=type=tmpfs,target=/scratch,sharing=locked true
