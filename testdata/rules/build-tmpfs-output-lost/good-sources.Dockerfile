# sources are fetched, built and published within the tmpfs
FROM debian:12 AS codec
WORKDIR /build
RUN --mount=type=tmpfs,target=/build curl -sSL https://example.com/codec.tar.xz | unxz | bsdtar -xf- && ./configure && make -j4 && ./publish
RUN --mount=type=tmpfs,target=/build git clone https://example.com/filter . && cmake . && ninja && ninja install
RUN --mount=type=tmpfs,target=/build make DESTDIR=/rootfs

FROM debian:12
WORKDIR /target
COPY --from=codec /usr/local /usr/local
RUN --mount=type=tmpfs,target=/target ./import --build
CMD ["play"]
