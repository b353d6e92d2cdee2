import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { measureEntry } from './size-budget.ts'

const folder = mkdtempSync(join(tmpdir(), 'holdpoint-size-'))
after(() => rmSync(folder, { recursive: true }))

mkdirSync(join(folder, 'assets'))
mkdirSync(join(folder, '.vite'))
for (const file of ['field.js', 'react.js', 'page.js', 'page.css', 'en.js', 'desk.js', 'decode-worker.js'])
  writeFileSync(join(folder, 'assets', file), file)
const english = '../core/messages/screens.en.ts'
writeFileSync(
  join(folder, '.vite', 'manifest.json'),
  JSON.stringify({
    'field.html': { file: 'assets/field.js', imports: ['_react'], dynamicImports: ['page.tsx', english] },
    'desk.html': { file: 'assets/desk.js', imports: ['_react'] },
    _react: { file: 'assets/react.js' },
    'page.tsx': { file: 'assets/page.js', css: ['assets/page.css'], imports: ['_react', 'field.html'] },
    [english]: { file: 'assets/en.js' },
  }),
)

describe('the weight of the phone app', () => {
  test('counts every page and worker once, and nothing of the desk or of the other language', () => {
    const files = measureEntry(folder, 'field.html').map(({ file }) => file.replace('assets/', ''))
    assert.deepEqual(files.toSorted(), ['decode-worker.js', 'field.js', 'page.css', 'page.js', 'react.js'])
  })

  test('fails loudly when there is no such entry: nothing weighs nothing', () => {
    assert.throws(() => measureEntry(folder, 'phone.html'), /no entry/)
  })
})
