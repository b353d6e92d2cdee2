import { readFileSync } from 'node:fs'
import type { Sql } from '#server/store/database.ts'

/** What a stretch of work cost, in seconds: by the clock, which other work on the machine lengthens, and in this process and PostgreSQL. */
export type Cost = { readonly seconds: number; readonly here: number; readonly postgres: number | undefined }

/** Measures work that keeps to one of the database's connections. What PostgreSQL's processes cost is told by Linux alone. */
export const costOf = async (sql: Sql, work: () => Promise<unknown>): Promise<Cost> => {
  const backends = await pidsOf(sql)
  const postgresBefore = cpuSecondsOf(backends)
  const before = process.cpuUsage()
  const from = performance.now()
  await work()
  const seconds = (performance.now() - from) / 1000
  const { user, system } = process.cpuUsage(before)
  const postgres = postgresBefore && cpuSecondsOf(backends)
  return {
    seconds,
    here: (user + system) / 1e6,
    postgres: postgres && postgresBefore && postgres - postgresBefore,
  }
}

export const tellCpu = ({ here, postgres }: Cost): string =>
  `CPU ${here.toFixed(2)} s${postgres === undefined ? '' : ` + PostgreSQL ${postgres.toFixed(2)} s`}`

const pidsOf = async (sql: Sql): Promise<readonly number[]> =>
  (
    await sql.query<{ pid: number }>(
      'select pid from pg_stat_activity where datname = current_database() and usename = current_user',
    )
  ).rows.map(({ pid }) => pid)

/** Fields 14 and 15 of proc(5) stat, in hundredths; undefined where no process can be asked. */
const cpuSecondsOf = (pids: readonly number[]): number | undefined => {
  try {
    return pids.reduce((sum, pid) => {
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      return sum + (Number(fields[11]) + Number(fields[12])) / 100
    }, 0)
  } catch {
    return undefined
  }
}
