FROM busybox
RUN --mount=type=tmpfs,target=/work,sharing=locked true
