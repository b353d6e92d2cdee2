import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseOptions } from './options.ts'

const parse = (environment: { readonly [name: string]: string }) =>
  parseOptions(environment, '/project', (file) => {
    if (file === 'gone') throw new Error('ENOENT')
    return `text of ${file}`
  })

test('the defaults listen on loopback only and keep the data in the clone', () => {
  const parsed = parse({})
  assert.ok(parsed.ok)
  assert.deepEqual(
    [parsed.options.host, parsed.options.port, parsed.options.dataDir, parsed.options.hasDemo],
    ['127.0.0.1', 8080, '/project/data', true],
  )
})

test('every value that cannot be used is said at once', () => {
  const parsed = parse({ PORT: '99999', DEMO: 'maybe', DATABASE_URL: 'mysql://x', TLS_CERT: 'gone', TLS_KEY: 'k' })
  assert.ok(!parsed.ok)
  assert.equal(parsed.sentences.length, 4)
})

test('a certificate without its key is refused', () => {
  const parsed = parse({ TLS_CERT: 'c' })
  assert.ok(!parsed.ok)
  assert.match(parsed.sentences[0] ?? '', /TLS_KEY/)
})

for (const port of ['0', '65536', '80.5', 'http', ''])
  test(`PORT "${port}" is refused`, () => assert.equal(parse({ PORT: port }).ok, false))
