FROM debian:12 AS base
RUN --mount=type=tmpfs,target=/tmp,size=64m,ro=false make
# the marks of a mount in what an instruction writes are none
RUN <<'SCRIPT'
echo 'RUN --mount=type=tmpfs,target=/tmp,mode=1777 make' > /example
SCRIPT
COPY <<"TEXT" /usr/share/doc/example
# a comment of the text: RUN --mount=type=tmpfs,uid=1000 make
RUN --mount=type=tmpfs,uid=1000 make
TEXT
RUN echo 'see' && \
    # RUN --mount=type=tmpfs,mode=1777 make
    echo '--mount=type=tmpfs,mode=1777'
FROM base
ONBUILD RUN --mount=type=tmpfs,target=/tmp make
