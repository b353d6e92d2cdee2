import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { streamXlsxRows, writeXlsx, type CellValue } from 'hucre/xlsx'
import { id, type PlantId } from '#core/ids.ts'
import { idCheckCharacterOf } from '#core/people/identity/check-character.ts'
import { toIsoDay } from '#core/people/identity/calendar-day.ts'
import { createRandom } from '#demo/random.ts'
import { openDatabase } from '#scripts/postgres/open-database.ts'
import { createImportService } from '#server/import/import-service.ts'
import { openLedgerFile } from '#server/import/ledger-file.ts'
import { batchRows } from '#server/import/staged-batches.ts'
import { createVault } from '#server/privacy/vault.ts'
import { createDatabase } from '#server/store/database.ts'
import { migrate } from '#server/store/migrate.ts'
import { costOf, tellCpu, type Cost } from './import/cpu-seconds.ts'

/**
 * Imports a roster of 50 000 people (preview and commit, each value checked, sealed and on disk) and compares it with merely
 * reading the same file: with the library that one would otherwise read it with, which is the bar, and with our own reader. The
 * CPU seconds hold on a busy machine as well; docs/decisions/0010 says where they go.
 */
const rowCount = Number(process.env['BENCH_ROWS'] ?? 50_000)
const ratioMax = 2.5
const rounds = 3

const folder = await mkdtemp(path.join(tmpdir(), 'holdpoint-bench-'))
const server = await openDatabase({ dataDir: folder, databaseUrl: process.env['DATABASE_URL'] })
await migrate(server.ownerUrl)
const database = createDatabase(server)

const makeLedger = async (file: string): Promise<void> => {
  const random = createRandom(50_000)
  const rows: CellValue[][] = [
    ['员工花名册'],
    [
      '序号',
      '工号',
      '姓名',
      '性别',
      '部门',
      '岗位',
      '班组',
      '身份证号',
      '出生日期',
      '联系电话',
      '入职日期',
      '在职状态',
    ],
  ]
  for (let at = 0; at < rowCount; at++) {
    const birth = toIsoDay(random.between(1966, 2004), random.between(1, 12), random.between(1, 28))
    const isMale = random.chance(0.8)
    const first17 = `3299${String(10 + Math.floor(at / 1000)).padStart(2, '0')}${birth.replaceAll('-', '')}${String((at % 490) * 2 + (isMale ? 1 : 2)).padStart(3, '0')}`
    rows.push([
      at + 1,
      `N${at}`,
      `${'王李张刘陈杨赵黄周吴'[at % 10]}${String.fromCharCode(0x4e00 + (at % 5000))}`,
      isMale ? '男' : '女',
      `${(at % 40) + 1}车间`,
      '操作工',
      '甲乙丙丁'[at % 4]!,
      first17 + idCheckCharacterOf(first17),
      birth.replaceAll('-', '.'),
      `154${String(at).padStart(8, '0')}`,
      toIsoDay(random.between(2008, 2025), random.between(1, 12), random.between(1, 28)),
      '在职',
    ])
  }
  await writeFile(file, await writeXlsx({ sheets: [{ name: '员工花名册', rows }] }))
}

const readOurs = (file: string) => async (): Promise<void> => {
  const ledger = await openLedgerFile(file, 'bench.xlsx')
  let rows = 0
  for await (const batch of ledger.sheets[0]!.rows()) rows += batch.length
  await ledger.close()
  if (rows !== rowCount + 2) throw new Error(`read ${rows} rows`)
}

const readHucre = (file: string) => async (): Promise<void> => {
  let rows = 0
  for await (const _ of streamXlsxRows(await readFile(file))) rows++
  if (rows !== rowCount + 2) throw new Error(`hucre read ${rows} rows`)
}

/** The least of several rounds: everything else on the machine only adds. */
const leastOf = async (work: () => Promise<Cost>): Promise<Cost> => {
  const costs: Cost[] = []
  for (let round = 0; round < rounds; round++) costs.push(await work())
  return costs.reduce((least, cost) => (cost.seconds < least.seconds ? cost : least))
}

const importOnce = async (file: string, plant: PlantId, settle: (rss: number) => void) => {
  await database.plants.query(
    `insert into plants (plant_id, group_id, name, time_zone) values ($1, 'bench', $1, 'Asia/Shanghai')`,
    [plant],
  )
  const service = createImportService({ database, vault: createVault(randomBytes(32)), clock: Date.now, folder })
  const { importId } = await service.create(plant, null)
  await service.addFile(plant, importId, 'bench.xlsx', createReadStream(file))
  const watch = setInterval(() => settle(process.memoryUsage.rss()), 20)
  const preview = await costOf(database.plants, () => service.preview(plant, importId))
  const commit = await costOf(database.plants, () => service.commit(plant, importId))
  clearInterval(watch)
  const { counts } = (await service.read(plant, importId))!
  if (counts.accepted < rowCount * 0.99) throw new Error(JSON.stringify(counts))
  return { preview, commit }
}

/**
 * PostgreSQL's own share: the rows of an import, finished and sealed, handed to it in batches of the same size and in one
 * transaction, with all indexes and foreign keys. What an import takes beyond that is ours.
 */
const insertFinished = async (from: PlantId, to: PlantId): Promise<Cost> => {
  await database.plants.query(
    `insert into plants (plant_id, group_id, name, time_zone) values ($1, 'bench', $1, 'Asia/Shanghai')`,
    [to],
  )
  const tables = ['employers', 'people', 'person_secrets']
  const statements = await database.withPlant(from, async (tx) => {
    const all: { readonly text: string; readonly rows: string }[] = []
    for (const table of tables) {
      const key = table === 'employers' ? 'employer_id' : 'person_id'
      const { rows } = await tx.query<{ rows: string }>(
        `select json_agg(to_jsonb(t) || jsonb_build_object('plant_id', $2::text))::text as rows
         from (select *, (row_number() over (order by ${key}) - 1) / ${batchRows} as batch from ${table} where plant_id = $1) t
         group by batch order by batch`,
        [from, to],
      )
      const text = `insert into ${table} select * from json_populate_recordset(null::${table}, $1::json)`
      all.push(...rows.map((one) => ({ text, rows: one.rows })))
    }
    return all
  })
  return costOf(database.plants, () =>
    database.withPlant(to, async (tx) => {
      for (const { text, rows } of statements) await tx.query(text, [rows])
    }),
  )
}

try {
  const file = path.join(folder, 'bench.xlsx')
  await makeLedger(file)
  globalThis.gc?.()
  const ours = await leastOf(() => costOf(database.plants, readOurs(file)))
  const library = await leastOf(() => costOf(database.plants, readHucre(file)))
  globalThis.gc?.()
  const rssBefore = process.memoryUsage.rss()
  let rssMost = rssBefore
  let best: Awaited<ReturnType<typeof importOnce>> | undefined
  for (let round = 0; round < rounds; round++) {
    const taken = await importOnce(file, id<PlantId>(`bench-${round}`), (rss) => (rssMost = Math.max(rssMost, rss)))
    if (!best || taken.preview.seconds + taken.commit.seconds < best.preview.seconds + best.commit.seconds) best = taken
  }
  const { preview, commit } = best!
  let peers = 0
  const finished = await leastOf(() => insertFinished(id<PlantId>('bench-0'), id<PlantId>(`peer-${peers++}`)))
  const total = preview.seconds + commit.seconds
  const cpu = [preview, commit].reduce((sum, { here, postgres = 0 }) => sum + here + postgres, 0)
  const megabytes = (bytes: number): string => (bytes / 1_048_576).toFixed(0)
  console.log(
    `import: ${rowCount} rows, ${megabytes((await stat(file)).size)} MB; load of the machine ${loadavg()[0]!.toFixed(1)}`,
  )
  console.log(`  reading, hucre     ${library.seconds.toFixed(2)} s, CPU ${library.here.toFixed(2)} s; values only`)
  console.log(`  reading, ours      ${ours.seconds.toFixed(2)} s, CPU ${ours.here.toFixed(2)} s`)
  console.log(`  preview            ${preview.seconds.toFixed(2)} s, ${tellCpu(preview)}`)
  console.log(`  commit             ${commit.seconds.toFixed(2)} s, ${tellCpu(commit)}`)
  console.log(`  together           ${total.toFixed(2)} s, ${Math.round(rowCount / total)} rows/s`)
  console.log(
    `  ratio              ${(total / library.seconds).toFixed(2)} to reading with hucre (at most ${ratioMax}; by CPU ${(cpu / library.here).toFixed(2)}), ${(total / ours.seconds).toFixed(2)} to our reader (by CPU ${(cpu / ours.here).toFixed(2)})`,
  )
  console.log(
    `  PostgreSQL alone   ${finished.seconds.toFixed(2)} s, ${tellCpu(finished)} for the finished rows; ratio ${(total / finished.seconds).toFixed(2)}`,
  )
  console.log(`  memory             ${megabytes(rssBefore)} MB before, ${megabytes(rssMost)} MB at most`)
} finally {
  await database.close()
  await server.close()
  await rm(folder, { recursive: true })
}
