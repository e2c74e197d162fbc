# syntax=docker/dockerfile:1.7
FROM node:22-alpine AS site
WORKDIR /site
COPY package*.json ./
RUN npm ci
COPY . .
RUN --mount=type=tmpfs,target=/site/.cache --mount=type=tmpfs,target=/public npm run export -- -o /public #! build-tmpfs-output-lost: /public is missing

FROM rust:1.81 AS server
WORKDIR /server
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry --mount=type=tmpfs,target=target cargo build --release #! build-tmpfs-output-lost: /server/target/release/server is missing

FROM node:22-alpine AS storybook
WORKDIR /book
COPY . .
RUN --mount=type=tmpfs,target=/book/static npm install && npm run build:book #! build-tmpfs-output-lost: /book/static/index.js is missing
CMD ["node", "/book/static/index.js"]

FROM debian:12-slim
COPY --from=site /public /usr/share/site
COPY --from=server /server/target/release/server /usr/local/bin/
RUN --mount=type=tmpfs,target=/opt/rules python3 -m rules.download /opt/rules #! build-tmpfs-output-lost: /opt/rules/current is missing
WORKDIR /opt/rules/current
CMD ["server"]
