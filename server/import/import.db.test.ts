import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { after, before, beforeEach, describe, test } from 'node:test'
import { id, type PlantId } from '#core/ids.ts'
import { importEn } from '#core/messages/import.en.ts'
import { createRoster } from '#demo/roster.ts'
import { createTestDatabase } from '#scripts/testing/test-database.ts'
import { createVault } from '../privacy/vault.ts'
import { createDatabase, type Database } from '../store/database.ts'
import type { ImportRecord } from './import-record.ts'
import { createImportService, type ImportService } from './import-service.ts'
import { openLedgerFile } from './ledger-file.ts'

const ledgers = path.join(import.meta.dirname, '..', '..', 'demo', 'ledgers')
const fiveFiles = ['花名册.xlsx', '特种作业证台账.xlsx', '体检台账.xlsx', '培训记录.csv', '岗位作业矩阵.xlsx']
const roster = createRoster()

describe('an import', () => {
  let server: Awaited<ReturnType<typeof createTestDatabase>>
  let database: Database
  let folder: string
  let service: ImportService
  let plant: PlantId
  let now: number
  let plantCount = 0

  before(async () => {
    server = await createTestDatabase()
    database = createDatabase(server)
    folder = await mkdtemp(path.join(tmpdir(), 'holdpoint-import-'))
  })
  after(async () => {
    await database.close()
    await server.close()
    await rm(folder, { recursive: true })
  })
  beforeEach(async () => {
    plant = id<PlantId>(`plant-${++plantCount}`)
    now = Date.UTC(2026, 10, 24, 2)
    await database.plants.query(
      `insert into plants (plant_id, group_id, name, time_zone) values ($1, 'g', $1, 'Asia/Shanghai')`,
      [plant],
    )
    service = createImportService({ database, vault: createVault(randomBytes(32)), clock: () => now, folder })
  })

  const upload = async (...names: string[]): Promise<ImportRecord> => {
    let record = await service.create(plant, 'tester')
    for (const name of names)
      record = await service.addFile(plant, record.importId, name, createReadStream(path.join(ledgers, name)))
    return record
  }
  const uploadCsv = async (name: string, ...lines: string[]): Promise<ImportRecord> => {
    const { importId } = await service.create(plant, 'tester')
    return service.addFile(plant, importId, name, Readable.from([Buffer.from(lines.join('\r\n'))]))
  }
  const run = async (record: ImportRecord): Promise<ImportRecord> => {
    await service.preview(plant, record.importId)
    return service.commit(plant, record.importId)
  }
  const rowsOf = (record: ImportRecord) =>
    service.rows(plant, record.importId, {
      outcomes: ['accepted', 'same', 'refused', 'conflict', 'ignored'],
      offset: 0,
      limit: 10_000,
    })
  const codesOf = async (record: ImportRecord) =>
    (await rowsOf(record)).rows
      .filter(({ outcome }) => outcome !== 'ignored')
      .map(({ row, outcome, problems }) => [row, outcome, ...problems.map(({ code }) => code)])
  const count = async (table: string, condition = 'true') =>
    database.withPlant(
      plant,
      async (tx) =>
        (
          await tx.query<{ n: number }>(
            `select count(*)::integer as n from ${table} where plant_id = $1 and ${condition}`,
            [plant],
          )
        ).rows[0]!.n,
    )

  const header = '姓名,工号,身份证号,部门,岗位,联系电话,入职日期'
  const [first, second, third] = roster.employees as [
    (typeof roster.employees)[0],
    (typeof roster.employees)[0],
    (typeof roster.employees)[0],
  ]
  const line = (person: typeof first, changes: { [field: string]: string } = {}) => {
    const fields = {
      name: person.name,
      number: person.number,
      id: `${person.idNumber}\t`,
      department: '一车间',
      position: '操作工',
      phone: person.phone,
      hired: person.hiredOn,
      ...changes,
    }
    return Object.values(fields).join(',')
  }

  describe('of the five ledgers', () => {
    test('takes over the good rows, explains every other one, and a second time changes nothing', async () => {
      const uploaded = await upload(...fiveFiles)
      const kinds = uploaded.files.flatMap(({ sheets }) =>
        sheets.map(({ name, choice }) => [name, choice.kind === 'read' ? choice.reading.ledger : choice.because.code]),
      )
      assert.deepEqual(Object.fromEntries(kinds), {
        员工花名册: 'people',
        承包商人员: 'contractor-people',
        '离职人员(勿删)': 'sheet-hidden',
        特种作业: 'special-operation',
        外委持证: 'special-operation',
        特种设备: 'special-equipment',
        Sheet1: 'medical',
        培训记录: 'training',
        授权矩阵: 'matrix',
        填写说明: 'sheet-unrecognised',
      })

      const committed = await run(uploaded)
      const { accepted, refused, conflict, same } = committed.counts
      assert.equal(
        await count('people'),
        committed.files[0]!.sheets[0]!.counts.accepted + committed.files[0]!.sheets[1]!.counts.accepted,
      )
      assert.ok(accepted > 3200 && refused > 60 && conflict > 5, JSON.stringify(committed.counts))
      const share = (refused + conflict) / (accepted + refused + conflict + same)
      assert.ok(share > 0.03 && share < 0.06, `${share}`)
      for (const { outcome, problems } of (await rowsOf(committed)).rows) {
        if (outcome !== 'accepted' && outcome !== 'same') assert.ok(problems.length > 0)
      }

      const again = await run(await upload(...fiveFiles))
      assert.equal(again.counts.accepted, 0)
      assert.equal(again.counts.refused, refused)
    })

    test('leaves nobody of the demo’s story behind', async () => {
      await run(await upload(...fiveFiles))
      for (const person of Object.values(roster.cast))
        assert.equal(
          await count('people', `staff_number = '${person.number}' and name = '${person.name}'`),
          1,
          person.name,
        )
    })

    test('keeps no identity number and no phone in the open', async () => {
      await run(await upload('花名册.xlsx'))
      const dump = await database.withPlant(plant, async (tx) => {
        const tables = ['people', 'person_secrets', 'imports', 'import_batches', 'import_findings', 'master_changes']
        const rows = await Promise.all(
          tables.map((table) =>
            tx.query<{ all: string | null }>(
              `select string_agg(t::text, chr(10)) as all from ${table} t where plant_id = $1`,
              [plant],
            ),
          ),
        )
        return rows.map(({ rows: [row] }) => row?.all ?? '').join('\n')
      })
      assert.ok(dump.includes(third.name))
      for (const { idNumber, phone } of roster.employees) assert.ok(!dump.includes(idNumber) && !dump.includes(phone))
    })
  })

  test('of the same rows again says "same", row by row', async () => {
    const lines = [header, line(first), line(second)]
    await run(await uploadCsv('a.csv', ...lines))
    const again = await run(await uploadCsv('b.csv', ...lines))
    assert.deepEqual(await codesOf(again), [
      [2, 'same'],
      [3, 'same'],
    ])
    assert.equal(await count('master_changes'), 0)
  })

  test('replaces what an earlier import said, and keeps where both values came from', async () => {
    await run(await uploadCsv('a.csv', header, line(first)))
    await run(await uploadCsv('b.csv', header, line(first, { department: '二车间' })))
    await database.withPlant(plant, async (tx) => {
      const { rows } = await tx.query<{
        department: string
        provenance: Record<string, { file: string; row: number }>
      }>('select department, provenance from people where plant_id = $1', [plant])
      assert.equal(rows[0]!.department, '二车间')
      assert.deepEqual([rows[0]!.provenance['department']!.file, rows[0]!.provenance['*']!.file], ['b.csv', 'a.csv'])
      const changes = await tx.query<{ before: { department: string }; superseded_by: { file: string; row: number } }>(
        'select before, superseded_by from master_changes where plant_id = $1',
        [plant],
      )
      assert.equal(changes.rows[0]!.before.department, '一车间')
      assert.equal(changes.rows[0]!.superseded_by.file, 'b.csv')
    })
  })

  describe('shows a contradiction and takes over nothing of it', () => {
    test('one identity number under two names', async () => {
      const record = await run(
        await uploadCsv('a.csv', header, line(first), line(first, { name: '张三', number: 'X1' })),
      )
      assert.deepEqual(await codesOf(record), [
        [2, 'accepted'],
        [3, 'conflict', 'person-name-differs'],
      ])
    })
    test('one name and phone under two identity numbers', async () => {
      const record = await run(
        await uploadCsv(
          'a.csv',
          header,
          line(first),
          line(second, { name: first.name, number: '', phone: first.phone }),
        ),
      )
      assert.deepEqual(await codesOf(record), [
        [2, 'accepted'],
        [3, 'conflict', 'person-id-differs'],
      ])
    })
    test('one person twice with two phones in one upload', async () => {
      const record = await run(await uploadCsv('a.csv', header, line(first), line(first, { phone: '15400001111' })))
      assert.deepEqual(await codesOf(record), [
        [2, 'accepted'],
        [3, 'conflict', 'person-value-differs'],
      ])
    })
    test('two phones in one cell', async () => {
      const record = await run(await uploadCsv('a.csv', header, line(first, { phone: '15400001111/15400002222' })))
      assert.deepEqual(await codesOf(record), [[2, 'conflict', 'phone-several']])
      assert.equal(await count('people'), 0)
    })
    test('a staff number that is another person’s', async () => {
      const record = await run(await uploadCsv('a.csv', header, line(first), line(second, { number: first.number })))
      assert.deepEqual(await codesOf(record), [
        [2, 'accepted'],
        [3, 'conflict', 'staff-number-names-another'],
      ])
    })

    const certificates = '姓名,身份证号,证号,准操项目,发证日期,有效期至'
    const certificate = (person: typeof first, changes: { [field: string]: string } = {}) =>
      Object.values({
        name: person.name,
        id: `${person.idNumber}\t`,
        number: `T${person.idNumber}`,
        item: '低压电工作业',
        issued: '2024-03-01',
        through: '2030-02-28',
        ...changes,
      }).join(',')
    const importCertificates = async (...lines: string[]) => {
      await run(await uploadCsv('people.csv', header, line(first), line(second)))
      return run(await uploadCsv('特种作业证.csv', certificates, ...lines))
    }
    test('a certificate whose number is another person’s', async () => {
      const record = await importCertificates(certificate(first, { number: `T${second.idNumber}` }))
      assert.deepEqual(await codesOf(record), [[2, 'conflict', 'holder-number-differs']])
    })
    test('a certificate whose identity number is another person’s', async () => {
      const record = await importCertificates(certificate(first, { name: second.name }))
      assert.deepEqual(await codesOf(record), [[2, 'conflict', 'holder-name-differs']])
    })
    test('one certificate with two expiry dates', async () => {
      const record = await importCertificates(certificate(first), certificate(first, { through: '2030-03-28' }))
      assert.deepEqual(await codesOf(record), [
        [2, 'accepted'],
        [3, 'conflict', 'credential-dates-differ'],
      ])
    })
    test('a later issue that ends earlier', async () => {
      const record = await importCertificates(
        certificate(first),
        certificate(first, { issued: '2025-03-01', through: '2029-01-01' }),
      )
      assert.deepEqual(await codesOf(record), [
        [2, 'accepted'],
        [3, 'conflict', 'later-issue-earlier-expiry'],
      ])
    })
    test('while a renewal supersedes, an older one is passed over, and an unknown person is refused', async () => {
      const record = await importCertificates(
        certificate(first),
        certificate(first, { issued: '2025-03-01', through: '2031-02-28' }),
        certificate(first, { issued: '2020-03-01', through: '2026-02-28' }),
        certificate(third),
      )
      assert.deepEqual(
        (await rowsOf(record)).rows
          .filter(({ row }) => row > 1)
          .map(({ row, outcome, problems }) => [row, outcome, ...problems.map(({ code }) => code)]),
        [
          [2, 'accepted'],
          [3, 'accepted'],
          [4, 'ignored', 'row-older'],
          [5, 'refused', 'person-unknown'],
        ],
      )
      assert.equal(await count('credentials', 'superseded_by is null'), 1)
      assert.equal(await count('credentials'), 2)
    })
    test('and takes the ledger’s side once somebody has decided so, which undo takes back', async () => {
      const record = await importCertificates(certificate(first), certificate(first, { through: '2030-03-28' }))
      const address = { fileIndex: 0, sheetIndex: 0, row: 3 }
      assert.equal(await service.decide(plant, record.importId, address, 'take', 'someone'), 'decided')
      assert.equal(await service.decide(plant, record.importId, address, 'keep', 'someone'), 'decided-before')
      assert.equal(await count('credentials', `superseded_by is null and valid_through = '2030-03-28'`), 1)
      assert.equal((await service.undo(plant, record.importId)).done, true)
      assert.equal(await count('credentials'), 0)
    })
    test('and does not let an identity be decided by a click', async () => {
      const record = await run(
        await uploadCsv('a.csv', header, line(first), line(first, { name: '张三', number: 'X1' })),
      )
      assert.equal(
        await service.decide(plant, record.importId, { fileIndex: 0, sheetIndex: 0, row: 3 }, 'take', 'someone'),
        'cannot-take',
      )
    })
  })

  describe('is undone', () => {
    const snapshot = () =>
      database.withPlant(plant, async (tx) => {
        const read = async (sql: string) => (await tx.query(sql, [plant])).rows
        return {
          people: await read(
            `select person_id, name, department, unit, position_id, shift_team, employment, staff_number, hired_on, provenance from people where plant_id = $1 order by 1`,
          ),
          secrets: await read(
            `select person_id, id_index, phone_index, id_number, phone from person_secrets where plant_id = $1 order by 1`,
          ),
          credentials: await read(
            `select credential_id, valid_through, review_due, superseded_by, provenance from credentials where plant_id = $1 order by 1`,
          ),
          medicals: await read(
            `select person_id, verdict, measured_on, provenance from medicals where plant_id = $1 order by 1`,
          ),
          matrix: await read(
            `select position_id, operation_id, level_id, provenance from matrix_rows where plant_id = $1 order by 1, 2`,
          ),
          employers: await read(`select name from employers where plant_id = $1 order by 1`),
        }
      })

    test('to exactly what was there before, and imported again', async () => {
      await run(await upload('花名册.xlsx'))
      const beforeAll = await snapshot()
      const record = await run(await upload('特种作业证台账.xlsx', '体检台账.xlsx', '岗位作业矩阵.xlsx'))
      assert.notDeepEqual(await snapshot(), beforeAll)
      assert.equal((await service.undo(plant, record.importId)).done, true)
      assert.deepEqual(await snapshot(), beforeAll)
      const again = await run(await upload('特种作业证台账.xlsx', '体检台账.xlsx', '岗位作业矩阵.xlsx'))
      assert.deepEqual(again.counts, record.counts)
    })
    test('with changed people, phones and renewed documents restored', async () => {
      const medical = '姓名,工号,体检日期,体检结论,血压'
      await run(await uploadCsv('a.csv', header, line(first), line(second)))
      await run(await uploadCsv('体检.csv', medical, `${first.name},${first.number},2026-01-05,合格,120/80`))
      const beforeAll = await snapshot()
      const changed = await run(
        await uploadCsv('b.csv', header, line(first, { department: '二车间', phone: '15400009999' }), line(third)),
      )
      const renewed = await run(
        await uploadCsv('体检2.csv', medical, `${first.name},${first.number},2026-11-05,限制登高,150/95`),
      )
      for (const record of [renewed, changed]) assert.equal((await service.undo(plant, record.importId)).done, true)
      assert.deepEqual(await snapshot(), beforeAll)
    })
    test('not after 24 hours, not twice, and not before it was committed', async () => {
      const codes = async (record: ImportRecord) => {
        const result = await service.undo(plant, record.importId)
        return result.done ? [] : result.problems.map(({ code }) => code)
      }
      const open = await uploadCsv('a.csv', header, line(first))
      assert.deepEqual(await codes(open), ['undo-not-committed'])
      const record = await run(open)
      now += 24 * 3_600_000
      assert.deepEqual(await codes(record), [])
      assert.deepEqual(await codes(record), ['undo-not-committed'])
      const late = await run(await uploadCsv('a.csv', header, line(first)))
      now += 24 * 3_600_000 + 1
      assert.deepEqual(await codes(late), ['undo-too-late'])
    })
    test('not when a later import replaced its values, a document hangs on its people, or a job relied on them', async () => {
      const record = await run(await uploadCsv('a.csv', header, line(first)))
      await run(await uploadCsv('b.csv', header, line(first, { department: '二车间' })))
      await run(
        await uploadCsv(
          '培训.csv',
          '姓名,工号,培训项目,考核日期,有效期至',
          `${first.name},${first.number},年度安全再培训,2026-05-01,2027-04-30`,
        ),
      )
      await database.withPlant(plant, async (tx) => {
        const { rows } = await tx.query<{ person_id: string }>('select person_id from people where plant_id = $1', [
          plant,
        ])
        await tx.query(
          `insert into events (plant_id, stream_id, version, type, payload, occurred_at, recorded_at, relied_on, previous_hash, hash) values ($1, 'job-1', 1, 'WorkStarted', '{}', $2, $2, $3, '', 'x')`,
          [plant, now + 1, JSON.stringify([{ fact: 'person', revision: `person:${rows[0]!.person_id}@1`, hash: 'x' }])],
        )
      })
      const result = await service.undo(plant, record.importId)
      assert.deepEqual(result.done ? [] : result.problems.map(({ code }) => code), [
        'undo-replaced-later',
        'undo-built-upon',
        'undo-relied-on',
      ])
      assert.equal(await count('people'), 1)
    })
  })

  test('that is cancelled halfway leaves nothing behind and can be done again', async () => {
    const record = await upload('花名册.xlsx')
    await service.preview(plant, record.importId)
    const cancelled = service.commit(plant, record.importId, () => service.cancel(record.importId))
    await assert.rejects(cancelled, { name: 'AbortError' })
    assert.equal(await count('people'), 0)
    const { counts } = await service.commit(plant, record.importId)
    assert.equal(await count('people'), counts.accepted)
  })

  test('takes over nothing that its preview did not show', async () => {
    const record = await uploadCsv('a.csv', header, line(first))
    await service.preview(plant, record.importId)
    await run(await uploadCsv('b.csv', header, line(first, { department: '二车间' })))
    const { counts } = await service.commit(plant, record.importId)
    assert.equal(counts.accepted, 1, 'shown as accepted, and still an ordinary change')
    const refused = await uploadCsv(
      '培训.csv',
      '姓名,工号,培训项目,考核日期',
      `${second.name},${second.number},年度安全再培训,2026-05-01`,
    )
    await service.preview(plant, refused.importId)
    await run(await uploadCsv('c.csv', header, line(second)))
    assert.deepEqual(await codesOf(await service.commit(plant, refused.importId)), [
      [2, 'refused', 'person-unknown', 'changed-after-preview'],
    ])
  })

  test('of one person from two uploads at once adds the person once', async () => {
    const records = [await uploadCsv('a.csv', header, line(first)), await uploadCsv('b.csv', header, line(first))]
    for (const { importId } of records) await service.preview(plant, importId)
    await Promise.all(records.map(({ importId }) => service.commit(plant, importId)))
    assert.equal(await count('people'), 1)
  })

  test('reads a sheet as a person maps it, and the next one with that header by itself, in this plant alone', async () => {
    const record = await uploadCsv('x.csv', '甲,乙,丙', `${first.name},${first.idNumber}\t,钳工`)
    assert.equal(record.files[0]!.sheets[0]!.choice.kind, 'left-out')
    await service.choose(
      plant,
      record.importId,
      { fileIndex: 0, sheetIndex: 0 },
      {
        kind: 'read',
        includeHidden: false,
        reading: {
          ledger: 'people',
          firstHeaderRow: 1,
          lastHeaderRow: 1,
          headers: ['甲', '乙', '丙'],
          missing: [],
          mapping: { 0: { field: 'name' }, 1: { field: 'idNumber' }, 2: { field: 'position' } },
        },
      },
      'safety',
    )
    const { counts } = await run(record)
    assert.equal(counts.accepted, 1)
    assert.equal(await count('people', `position_id = 'fitter'`), 1)

    const again = await uploadCsv('y.csv', '某厂名单', '甲, 乙 ,丙', `${second.name},${second.idNumber}\t,钳工`)
    const { choice } = again.files[0]!.sheets[0]!
    assert.ok(choice.kind === 'read' && choice.reading.isRemembered)
    assert.deepEqual([choice.reading.firstHeaderRow, choice.reading.headers], [2, ['甲', '乙', '丙']])
    assert.equal((await run(again)).counts.accepted, 1)

    const home = plant
    plant = id<PlantId>(`plant-${++plantCount}`)
    await database.plants.query(
      `insert into plants (plant_id, group_id, name, time_zone) values ($1, 'g', $1, 'Asia/Shanghai')`,
      [plant],
    )
    const elsewhere = await uploadCsv('x.csv', '甲,乙,丙', `${first.name},${first.idNumber}\t,钳工`)
    assert.equal(elsewhere.files[0]!.sheets[0]!.choice.kind, 'left-out', `what ${home} was told counts there`)
  })

  test('returns the workbook with the reason beside each bad row and everything else as it was', async () => {
    const record = await upload('花名册.xlsx')
    await service.preview(plant, record.importId)
    const returned = await service.returned(plant, record.importId, 0, importEn)
    const file = path.join(folder, 'returned.xlsx')
    const pieces: Buffer[] = []
    for await (const piece of returned!.bytes) pieces.push(piece)
    await writeFile(file, Buffer.concat(pieces))

    const [before, after] = await Promise.all([
      openLedgerFile(path.join(ledgers, '花名册.xlsx'), 'a.xlsx'),
      openLedgerFile(file, 'b.xlsx'),
    ])
    const rowsBefore = (await Array.fromAsync(before.sheets[0]!.rows())).flat()
    const rowsAfter = (await Array.fromAsync(after.sheets[0]!.rows())).flat()
    const original = (rows: typeof rowsBefore) =>
      JSON.stringify(
        rows.map(({ number, isHidden, cells }) => [
          number,
          isHidden,
          Array.from({ length: 13 }, (_, at) => cells[at] ?? null),
        ]),
      )
    assert.ok(original(rowsAfter) === original(rowsBefore))
    assert.deepEqual(await after.sheets[0]!.merges(), await before.sheets[0]!.merges())
    const reasons = new Map(
      rowsAfter
        .filter(({ cells }) => cells[13] !== undefined)
        .map(({ number, cells }) => [number, typeof cells[13] === 'string' ? cells[13] : '']),
    )
    const { rows } = await service.rows(plant, record.importId, {
      outcomes: ['refused', 'conflict'],
      fileIndex: 0,
      sheetIndex: 0,
      offset: 0,
      limit: 1000,
    })
    assert.deepEqual(
      [...reasons.keys()].sort((a, b) => a - b),
      [4, ...rows.map(({ row }) => row)],
    )
    assert.match([...reasons.values()].join(), /E\+17; its last digits are lost/)
    await Promise.all([before.close(), after.close()])
  })
})
