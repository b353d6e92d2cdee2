import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'

import { judgeExport, type FaultyRecord } from './feed-validate/judge-export.ts'

// npm run feed:validate -- FILE… [--json]: whether somebody's export keeps to tables A.1 and A.3 of AQ 3064.2. No database, no server.
const args = process.argv.slice(2)
const isJson = args.includes('--json')
// npm stands in the project's folder; the caller means a path from where they are.
const files = args.filter((arg) => !arg.startsWith('--')).map((file) => resolve(process.env['INIT_CWD'] ?? '.', file))
if (files.length === 0) {
  console.error('npm run feed:validate -- FILE… [--json]   (JSON 数组或每行一条 · a JSON list, or one record a line)')
  process.exit(2)
}

const said: { readonly [R in FaultyRecord['problems'][number]['rule']]: string } = {
  'not-json': '不是 JSON · not JSON',
  'not-a-record': '不是一条记录 · not a record',
  'unknown-field': '表中没有此字段 · no such field in the table',
  missing: '必填，缺失 · required and missing',
  'not-text': '应为字符串 · must be text',
  'not-a-number': '应为数字 · must be a number',
  'not-a-time': '应为 YYYY-MM-DD HH:MM:SS · must be a time of this form',
  'not-a-uuid': '应为 UUID · must be a UUID',
  'not-in-table': '不在代码表中 · not in the table of codes',
  'out-of-range': '超出范围 · out of range',
  'before-its-start': '早于其开始时间 · before its beginning',
  'counts-differ': '与证书名称个数不一致 · not as many as the names of certificates',
}

for (const file of files) {
  const text = await readFile(file, 'utf8').catch((error: Error) => error)
  if (typeof text !== 'string') {
    console.error(`${file}: 无法读取 · cannot be read: ${text.message}`)
    process.exitCode = 2
    continue
  }
  const verdict = judgeExport(text)
  const count = verdict.tickets + verdict.alarms
  if (isJson) console.log(JSON.stringify({ file, ...verdict }))
  else {
    for (const { at, kind, problems } of verdict.faulty)
      for (const { field, rule } of problems) console.log(`${at} ${kind} ${field || '—'}: ${said[rule]}`)
    console.log(
      `${file}: 作业票 tickets ${verdict.tickets}, 报警 alarms ${verdict.alarms}, 有问题 faulty ${verdict.faulty.length}`,
    )
  }
  // A file without a single record proves nothing.
  if (verdict.faulty.length > 0 || count === 0) process.exitCode = 1
}
