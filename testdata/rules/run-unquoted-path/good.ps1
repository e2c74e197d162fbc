docker run -v ${PWD}:/app `
  -w /app node:20
