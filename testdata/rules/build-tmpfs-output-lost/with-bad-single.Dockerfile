FROM node:22
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN --mount=type=tmpfs,target=/app/.next npm run build #! build-tmpfs-output-lost: what this RUN writes to /app/.next
CMD ["npm", "start"]
