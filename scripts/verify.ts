import { readFile } from 'node:fs/promises'

import { judgeHistoryExport, type FoundProblem, type HistoryVerdict } from '#server/store/history-export.ts'

// Proves exported histories by nothing but the files: no database, no server, no key.
const args = process.argv.slice(2)
const isJson = args.includes('--json')
const files = args.filter((arg) => !arg.startsWith('--'))
if (files.length === 0) {
  console.error('npm run verify -- FILE… [--json]   (a file from GET /api/jobs/JOB/history)')
  process.exit(2)
}

const said: { readonly [P in FoundProblem['problem']]: string } = {
  'hash-wrong': 'its content is not what was recorded',
  'link-broken': 'it is not chained to the event before it',
  'version-missing': 'it is missing',
  'of-another-stream': 'it belongs to another job',
  empty: 'there is no event at all',
}

const describe = (file: string, verdict: HistoryVerdict): string => {
  switch (verdict.kind) {
    case 'verified':
      return `${file}: unbroken · job ${verdict.streamId} of ${verdict.plantId} · ${verdict.eventCount} events · last hash ${verdict.lastHash}`
    case 'broken':
      return `${file}: BROKEN\n${verdict.problems.map(({ version, type, problem }) => `  event ${version}${type ? ` (${type})` : ''}: ${said[problem]}`).join('\n')}`
    case 'unreadable':
      return `${file}: UNREADABLE, ${verdict.reason}`
  }
}

for (const file of files) {
  const text = await readFile(file, 'utf8').catch((error: Error) => error)
  const verdict: HistoryVerdict =
    typeof text === 'string' ? judgeHistoryExport(text) : { kind: 'unreadable', reason: text.message }
  console.log(isJson ? JSON.stringify({ file, ...verdict }) : describe(file, verdict))
  if (verdict.kind !== 'verified') process.exitCode = 1
}
