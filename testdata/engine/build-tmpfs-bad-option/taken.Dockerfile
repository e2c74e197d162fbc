FROM busybox
RUN --mount=type=tmpfs,target=/scratch,id=x,from=busybox,readonly=false,env=X true
RUN --mount=type=tmpfs,target=/scratch,ro true
