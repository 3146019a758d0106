import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Where the server listens while the client is being worked on. */
const server = process.env['TAWAFUQ_URL'] ?? 'http://127.0.0.1:4400'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { outDir: '../dist-web', emptyOutDir: true, target: 'es2024', assetsInlineLimit: 0 },
  server: { proxy: { '/api': server } },
})
