import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { createTestDatabase, type TestDatabase } from '#scripts/testing/test-database.ts'
import { bytesColumn, jsonColumn, smallintColumn, textColumn } from './columns.ts'
import { createDatabase, type Database } from './database.ts'

describe('a column sent in binary', () => {
  let source: TestDatabase
  let database: Database
  before(async () => {
    source = await createTestDatabase()
    database = createDatabase(source)
  })
  after(async () => {
    await database.close()
    await source.close()
  })
  /** What PostgreSQL makes of it, written out by PostgreSQL. */
  const arrives = async (type: string, column: Buffer): Promise<readonly (string | null)[]> =>
    (
      await database.plants.query<{ value: string | null }>(`select unnest($1::${type}[])::text as value`, [column])
    ).rows.map(({ value }) => value)

  test('arrives as it was written, with nothing for null and nothing for no rows', async () => {
    const texts = ['一车间', '', null, `a"b\\,{}'`, 'NULL', '𠮷']
    assert.deepEqual(await arrives('text', textColumn(texts)), texts)
    assert.deepEqual(await arrives('text', textColumn([])), [])
    assert.deepEqual(await arrives('bytea', bytesColumn([Buffer.from([0, 255]), null, Buffer.alloc(0)])), [
      '\\x00ff',
      null,
      '\\x',
    ])
    assert.deepEqual(await arrives('smallint', smallintColumn([1966, null, -1])), ['1966', null, '-1'])
    assert.deepEqual(await arrives('jsonb', jsonColumn(['{"行": 3}', null])), ['{"行": 3}', null])
  })

  test('is refused as another type than it is', async () => {
    await assert.rejects(arrives('date', smallintColumn([1])))
    await assert.rejects(arrives('jsonb', jsonColumn(['{'])))
  })

  test('is not made of what is no small number', () => {
    assert.throws(() => smallintColumn([70_000]))
  })
})
