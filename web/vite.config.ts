import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const SERVER = process.env.JIANGLI_SERVER ?? 'http://127.0.0.1:8080'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // The same address as in production, so that no origin is written anywhere. The folder web/api is not the server's.
  server: { proxy: { '^/api/(?!.*\\.ts)': SERVER, '/tiles': SERVER, '/basemap': SERVER } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // MapLibre alone is larger than the default limit.
    chunkSizeWarningLimit: 1200,
    // Images and fonts stay files: the content security policy allows data: for images only.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'maplibre', test: /node_modules[\\/](maplibre-gl|@maplibre)[\\/]/ },
            { name: 'mantine', test: /node_modules[\\/](@mantine|@floating-ui)[\\/]/ },
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
})
