import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, defineConfig, type Plugin } from 'vite'

const SERVER = process.env.JIANGLI_SERVER ?? 'http://127.0.0.1:8080'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), serviceWorker()],
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
            // What many parts have in common: else each small module that two of them share is a request of its own.
            {
              name: 'common',
              minShareCount: 3,
              test: /[\\/](web|geodata)[\\/]|node_modules[\\/](@tabler|@tanstack|i18next|react-i18next|zustand)[\\/]/,
            },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
})

/** Built after the console, since it keeps every file of it: one script, as not every browser takes modules there. */
function serviceWorker(): Plugin {
  const root = import.meta.dirname
  const files: string[] = []
  return {
    name: 'service-worker',
    apply: 'build',
    writeBundle(_options, bundle) {
      files.push(...Object.keys(bundle).filter((file) => file !== 'index.html'), ...readdirSync(join(root, 'public')))
    },
    async closeBundle() {
      const shell = files.map((file) => `/${file}`).sort()
      await build({
        configFile: false,
        logLevel: 'warn',
        root,
        define: {
          SHELL_FILES: JSON.stringify(shell),
          BUILD: JSON.stringify(createHash('sha256').update(shell.join()).digest('hex').slice(0, 12)),
        },
        build: {
          emptyOutDir: false,
          copyPublicDir: false,
          rolldownOptions: {
            input: join(root, 'worker', 'service_worker.ts'),
            output: { format: 'iife', entryFileNames: 'service_worker.js' },
          },
        },
      })
    },
  }
}
