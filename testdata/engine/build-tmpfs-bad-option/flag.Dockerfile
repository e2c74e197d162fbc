FROM busybox
RUN --mount=type=tmpfs,target=/work,noexec true
