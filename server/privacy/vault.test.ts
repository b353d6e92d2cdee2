import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { describe, test } from 'node:test'
import { createVault } from './vault.ts'

describe('the vault', () => {
  const serverKey = randomBytes(32)
  const vault = createVault(serverKey)

  test('opens what it sealed, under the stored form of the key', () => {
    const { key, wrapped } = vault.newKey('p1')
    const sealed = vault.seal(key, '329901199001011234', 'id-number')
    assert.equal(
      createVault(serverKey).open(vault.openKey(wrapped, 'p1'), sealed, 'id-number').toString(),
      '329901199001011234',
    )
  })

  test('does not open for another purpose, another owner, another server, or with one bit changed', () => {
    const { key, wrapped } = vault.newKey('p1')
    const sealed = vault.seal(key, 'x', 'phone')
    assert.throws(() => vault.open(key, sealed, 'id-number'))
    assert.throws(() => vault.openKey(wrapped, 'p2'))
    assert.throws(() => createVault(randomBytes(32)).openKey(wrapped, 'p1'))
    sealed[13]! ^= 1
    assert.throws(() => vault.open(key, sealed, 'phone'))
  })

  test('gives one text one index in one plant, and another in another plant or as another kind', () => {
    const index = vault.indexOf('phone', 'north', '15400000000')
    assert.equal(vault.indexOf('phone', 'north', '15400000000'), index)
    assert.notEqual(vault.indexOf('phone', 'south', '15400000000'), index)
    assert.notEqual(vault.indexOf('id-number', 'north', '15400000000'), index)
  })

  test('needs a key of 32 bytes', () => assert.throws(() => createVault(randomBytes(31))))
})
