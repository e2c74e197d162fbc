FROM busybox
RUN --mount=type=tmpfs,target=/scratch,noexec true
