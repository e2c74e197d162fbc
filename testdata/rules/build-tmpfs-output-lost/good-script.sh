#!/bin/sh
# a variable of the shell may hold what fills the directory, or takes it out
cat > Dockerfile <<DOCKERFILE
FROM node:22
WORKDIR /app
COPY . .
RUN --mount=type=tmpfs,target=/app/.next npm run build $AFTER
CMD ["npm", "start"]
DOCKERFILE
cat > app.Dockerfile <<DOCKERFILE
FROM node:22
WORKDIR /app
COPY . .
RUN --mount=type=tmpfs,target=/app/dist npm run build
RUN $INSTALL
CMD ["node", "/app/dist/server.js"]
DOCKERFILE
cat > worker.Dockerfile <<DOCKERFILE
FROM node:22
WORKDIR /app
COPY . .
RUN --mount=type=tmpfs,target=/app/dist npm run build
$MORE
CMD ["node", "/app/dist/server.js"]
DOCKERFILE
