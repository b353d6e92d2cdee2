import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { createDatabase } from '#server/store/database.ts'
import { migrate } from '#server/store/migrate.ts'
import { openDatabase, type Database } from './postgres/open-database.ts'

const header = '姓名,工号,身份证号,部门,岗位'
const good = '田小雨,N1,11010519491231002X,检修,操作工'
let dataDir: string
let file: string
let installation: Database

before(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'holdpoint-import-shell-'))
  file = join(dataDir, 'roster.csv')
  await writeFile(file, [header, good, '何远,N2,4.4052E+17,检修,操作工'].join('\n'))
  installation = await openDatabase({ dataDir, databaseUrl: undefined })
  await migrate(installation.ownerUrl)
  const database = createDatabase(installation)
  await database.plants.query(
    `insert into plants (plant_id, group_id, name, time_zone) values ('p', 'g', 'p', 'Asia/Shanghai')`,
  )
  await database.close()
})
after(() => rm(dataDir, { recursive: true, force: true }))

const run = (...args: string[]): Promise<{ code: number | null; out: string; errors: string }> =>
  new Promise((resolve, reject) => {
    const { DATABASE_URL: _, ...environment } = process.env
    const child = spawn(process.execPath, [join(import.meta.dirname, 'import.ts'), ...args], {
      env: { ...environment, DATA_DIR: dataDir, LANG: 'zh_CN.UTF-8' },
    })
    const said = { out: '', errors: '' }
    child.stdout.on('data', (piece: Buffer) => (said.out += piece.toString()))
    child.stderr.on('data', (piece: Buffer) => (said.errors += piece.toString()))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, ...said }))
  })

test('imports beside a running installation, then into a stopped one, where the same file changes nothing', async () => {
  const running = await run(file)
  assert.equal(running.code, 1, running.errors)
  assert.match(running.out, /2\t可导入\t田小雨/)
  assert.match(running.out, /3\t不能导入\t何远\t.*4\.4052E\+17/)

  await installation.close()
  const stopped = await run(file, '--json')
  assert.equal(stopped.code, 1, stopped.errors)
  const { counts } = JSON.parse(stopped.out) as { counts: { [outcome: string]: number } }
  assert.deepEqual([counts['accepted'], counts['same'], counts['refused']], [0, 1, 1])
})

test('says what is missing, in both languages, and ends with 2', async () => {
  const absent = await run(join(dataDir, 'nowhere.xlsx'))
  assert.equal(absent.code, 2)
  assert.match(absent.errors, /找不到文件 · No such file/)
  assert.equal((await run()).code, 2)
})
