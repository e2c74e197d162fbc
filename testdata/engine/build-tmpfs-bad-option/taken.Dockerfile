FROM busybox
RUN --mount=type=tmpfs,target=/work,id=x,from=busybox,readonly=false,env=X true
RUN --mount=type=tmpfs,target=/work,ro true
