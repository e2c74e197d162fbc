FROM node:22
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN --mount=type=tmpfs,target=/app/.next npm run build #! build-tmpfs-output-lost: this RUN writes to /app/.next on a tmpfs, which never becomes part of the image
CMD ["npm", "start"]
