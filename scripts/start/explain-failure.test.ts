import assert from 'node:assert/strict'
import { test } from 'node:test'

import { explainFailure } from './explain-failure.ts'

const where = { host: '10.0.0.9', port: 8080 }
const failure = (code: string): Error => Object.assign(new Error('as the system says it'), { code })

test('a port that is taken is named with what to do', () => {
  assert.match(explainFailure(failure('EADDRINUSE'), where), /8080.*PORT/)
})

test('an address that this machine does not have is named with its setting', () => {
  assert.match(explainFailure(failure('EADDRNOTAVAIL'), where), /10\.0\.0\.9.*HOST/)
})

test('what has no sentence of ours is said in its own words, never swallowed', () => {
  assert.equal(explainFailure(new Error('initdb ended with 1'), where), 'initdb ended with 1')
  assert.equal(explainFailure('thrown text', where), 'thrown text')
})
