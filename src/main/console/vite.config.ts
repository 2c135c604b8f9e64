import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const hub = process.env.ZHIYIN_URL ?? 'http://localhost:8080';

export default defineConfig({
  base: '/console/',
  plugins: [react()],
  build: { target: 'es2023', sourcemap: false, chunkSizeWarningLimit: 700 },
  server: { proxy: { '/graphql': hub, '/login': hub, '/logout': hub, '/loads': hub, '/login-state': hub } },
});
