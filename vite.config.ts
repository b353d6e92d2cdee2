import react from '@vitejs/plugin-react'
import { join } from 'node:path'
import { defineConfig } from 'vite'
import { staticWords } from './web/static-words.ts'
import { withoutKanjiTable } from './web/without-kanji-table.ts'

const page = (name: string) => join(import.meta.dirname, 'web', `${name}.html`)

/** Four pages, one build: the server answers `/`, `/field`, `/contractor` and `/stop` each with its own html from dist/web. */
export default defineConfig({
  root: 'web',
  plugins: [react(), staticWords()],
  worker: { plugins: () => [withoutKanjiTable()] },
  build: {
    outDir: join(import.meta.dirname, 'dist', 'web'),
    emptyOutDir: true,
    manifest: true,
    // The oldest browsers we support: Android WebView 111 and iOS 17.
    target: ['chrome111', 'safari17'],
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: { desk: page('desk'), field: page('field'), contractor: page('contractor'), stop: page('stop') },
    },
  },
})
