import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { after, before, describe, test } from 'node:test'
import { id, type PlantId } from '#core/ids.ts'
import { epochMs } from '#core/time/epoch.ts'
import { createTestDatabase, type TestDatabase } from '#scripts/testing/test-database.ts'
import { createImportService, type ImportService } from '../import/import-service.ts'
import { createDatabase, type Database, type Tx } from '../store/database.ts'
import { erasePerson } from './erase-person.ts'
import { readMaskedNumbers, readNumbersInFull } from './personal-numbers.ts'
import { createVault } from './vault.ts'

const north = id<PlantId>('north')
const now = epochMs(Date.UTC(2026, 10, 24, 2))
// Numbers of a region that does not exist, so that they are nobody's.
const idNumber = '32990119900101123'
const checkCharacter = (digits: string): string =>
  '10X98765432'[
    [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2].reduce((sum, w, i) => sum + w * Number(digits[i]), 0) % 11
  ]!
const person = {
  name: '欧阳若水',
  idNumber: idNumber + checkCharacter(idNumber),
  phone: '15400001234',
  staff: 'YQ-99871',
}

describe('personal data', () => {
  let source: TestDatabase
  let database: Database
  let folder: string
  let imports: ImportService
  let personId: string
  const vault = createVault(randomBytes(32))
  const inPlant = <T>(work: (tx: Tx) => Promise<T>) => database.withPlant(north, work)

  before(async () => {
    source = await createTestDatabase()
    database = createDatabase(source)
    folder = await mkdtemp(path.join(tmpdir(), 'holdpoint-privacy-'))
    imports = createImportService({ database, vault, clock: () => now, folder })
    await database.plants.query(
      `insert into plants (plant_id, group_id, name, time_zone) values ('north', 'g', 'north', 'Asia/Shanghai')`,
    )
    for (const department of ['一车间', '二车间']) await importPerson(department)
    personId = await inPlant(
      async (tx) => (await tx.query<{ person_id: string }>('select person_id from people')).rows[0]!.person_id,
    )
    await inPlant((tx) =>
      tx.query(
        `insert into accounts (plant_id, account_id, login, password_hash, person_id, roles) values ('north', 'a1', '欧阳若水', 'x', $1, '{worker}')`,
        [personId],
      ),
    )
  })
  after(async () => {
    await database.close()
    await source.close()
    await rm(folder, { recursive: true })
  })

  const importPerson = async (department: string) => {
    const { importId } = await imports.create(north, 'tester')
    const row = [person.name, person.idNumber, person.staff, department, '焊工', person.phone, '远桥'].join(',')
    const text = `姓名,身份证号,工号,部门,岗位,手机号,单位\r\n${row}`
    await imports.addFile(north, importId, `${department}.csv`, Readable.from([Buffer.from(text)]))
    await imports.preview(north, importId)
    await imports.commit(north, importId)
  }

  /** Every value of every table, as the database would print it. */
  const everything = () =>
    inPlant(async (tx) => {
      const { rows } = await tx.query<{ name: string }>(
        `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migrations'`,
      )
      const texts: string[] = []
      for (const { name } of rows) {
        const table = await tx.query<{ text: string }>(`select t::text as text from ${name} t`)
        texts.push(...table.rows.map(({ text }) => `${name}: ${text}`))
      }
      return texts
    })
  const log = () =>
    inPlant(
      async (tx) => (await tx.query('select kind, person_id, account_id, fields, reason from personal_data_log')).rows,
    )

  test('lies nowhere in the database as a readable number', async () => {
    const texts = await everything()
    assert.ok(texts.some((text) => text.includes(person.name)))
    for (const secret of [person.idNumber, person.phone])
      assert.deepEqual(
        texts.filter((text) => text.includes(secret)),
        [],
      )
  })

  test('is shown masked, which nobody has to explain', async () => {
    assert.deepEqual(
      await inPlant((tx) => readMaskedNumbers(tx, vault, [personId, 'nobody'])),
      new Map([[personId, { 'id-number': `329***********${person.idNumber.slice(-4)}`, phone: '154****1234' }]]),
    )
    assert.deepEqual(await log(), [])
  })

  test('is shown in full for a reason only, and only what was asked for', async () => {
    const asked = { person: personId, account: 'a1', now }
    assert.deepEqual(
      await inPlant((tx) => readNumbersInFull(tx, vault, { ...asked, fields: ['phone'], reason: '通知家属' })),
      { phone: person.phone },
    )
    await assert.rejects(inPlant((tx) => readNumbersInFull(tx, vault, { ...asked, fields: ['phone'], reason: '' })))
    assert.deepEqual(await log(), [
      { kind: 'read', person_id: personId, account_id: 'a1', fields: ['phone'], reason: '通知家属' },
    ])
  })

  test('is gone without a trace after erasure, in every table and every copy of the key', async () => {
    const { rows } = await inPlant((tx) => tx.query<{ wrapped_key: Buffer }>('select wrapped_key from person_secrets'))
    const key = rows[0]!.wrapped_key
    assert.equal(
      await inPlant((tx) => erasePerson(tx, { person: personId, account: 'a1', reason: '本人要求', now })),
      true,
    )
    const traces = [
      person.name,
      person.idNumber,
      person.phone,
      person.staff,
      key.toString('hex'),
      key.toString('base64'),
    ]
    const texts = await everything()
    for (const trace of traces)
      assert.deepEqual(
        texts.filter((text) => text.includes(trace)),
        [],
        trace,
      )
    assert.deepEqual(await inPlant((tx) => readMaskedNumbers(tx, vault, [personId])), new Map())
    assert.deepEqual((await log()).at(-1), {
      kind: 'erasure',
      person_id: personId,
      account_id: 'a1',
      fields: ['*'],
      reason: '本人要求',
    })
  })

  test('does not come back when an earlier import is undone', async () => {
    const [latest] = await imports.list(north)
    assert.equal((await imports.undo(north, latest!.importId)).done, true)
    assert.deepEqual(
      (await everything()).filter((text) => text.includes(person.name)),
      [],
    )
  })

  test('cannot be erased twice, nor where nobody is', async () => {
    for (const who of [personId, 'nobody'])
      assert.equal(await inPlant((tx) => erasePerson(tx, { person: who, account: 'a1', reason: 'x', now })), false)
  })

  test('has a log that the application itself can neither change nor shorten', async () => {
    for (const statement of [`update personal_data_log set reason = 'x'`, 'delete from personal_data_log'])
      await assert.rejects(
        inPlant((tx) => tx.query(statement)),
        /permission denied/,
      )
  })
})
