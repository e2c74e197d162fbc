FROM debian:12
RUN --mount=type=tmpfs,target=/tmp,size=64m make
RUN --mount=type=cache,target=/root/.cache,mode=0700,uid=1000,gid=1000 make test
RUN --mount=type=secret,id=token,mode=0400 make login
ARG SIZE
RUN --mount=type=tmpfs,target=/tmp,size=${SIZE} make
RUN --mount=type=tmpfs,target=/tmp,ro make
RUN --mount=type=tmpfs,target=/tmp,id=scratch,from=debian:12,readonly=false,size=1.5g make
RUN --mount=type=tmpfs,target=/tmp,size=64MB make
