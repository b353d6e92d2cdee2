import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { id, type PlantId } from '#core/ids.ts'
import { importEn } from '#core/messages/import.en.ts'
import { createImportService, type ImportService } from '#server/import/import-service.ts'
import { createVault } from '#server/privacy/vault.ts'
import { createDatabase, type Database } from '#server/store/database.ts'
import { createTestDatabase } from '../testing/test-database.ts'
import { exitCodeOf, importFiles } from './import-files.ts'
import { reportLines } from './print-report.ts'

const plant = id<PlantId>('shell-plant')
let server: Awaited<ReturnType<typeof createTestDatabase>>
let database: Database
let folder: string
let service: ImportService

before(async () => {
  server = await createTestDatabase()
  database = createDatabase(server)
  folder = await mkdtemp(join(tmpdir(), 'holdpoint-shell-'))
  await database.plants.query(
    `insert into plants (plant_id, group_id, name, time_zone) values ($1, 'g', $1, 'Asia/Shanghai')`,
    [plant],
  )
  service = createImportService({ database, vault: createVault(randomBytes(32)), clock: Date.now, folder })
})
after(async () => {
  await database.close()
  await server.close()
  await rm(folder, { recursive: true })
})

const importCsv = async (name: string, text: string) => {
  const path = join(folder, name)
  await writeFile(path, text)
  return importFiles(service, { plant, files: [path], words: importEn })
}
const header = '姓名,工号,身份证号,部门,岗位'
const good = '田小雨,N1,11010519491231002X,检修,操作工'

test('every row is told with its outcome and its reason, and refused rows end with 1', async () => {
  const report = await importCsv('roster.csv', [header, good, '何远,N2,4.4052E+17,检修,操作工'].join('\n'))
  const rows = report.files[0]!.sheets[0]!.rows
  assert.deepEqual(
    rows.map(({ row, outcome, reasons }) => [row, outcome, ...reasons.map(({ code }) => code)]),
    [
      [1, 'ignored', 'row-header'],
      [2, 'accepted'],
      [3, 'refused', 'id-number-scientific'],
    ],
  )
  assert.equal(exitCodeOf(report), 1)
  assert.match([...reportLines(report, importEn)].join('\n'), /3\t.*何远\t.*4\.4052E\+17/)
})

test('the same file again changes nothing, and nothing refused ends with 0', async () => {
  const report = await importCsv('again.csv', [header, good].join('\n'))
  assert.deepEqual([report.counts.accepted, report.counts.same, exitCodeOf(report)], [0, 1, 0])
})

test('a file that cannot be read is named with its reason and ends with 2', async () => {
  const report = await importCsv('roster.xlsx', '%PDF-1.7')
  assert.equal(report.files[0]!.problem?.code, 'file-type-differs')
  assert.equal(exitCodeOf(report), 2)
})
