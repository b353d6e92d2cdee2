import type { CalendarRequest, CalendarVersion } from '#contract/calendar.ts'
import type { FieldFault } from '#core/messages/requests/faults.ts'
import type { EpochMs, IsoDate } from '#core/time/epoch.ts'
import { HttpProblem } from '../problem.ts'
import type { Session } from '../session/sign-in.ts'
import type { Tx } from '../store/database.ts'
import { lockScopes } from '../store/scopes.ts'
import { appendCalendarVersions, readCalendar, type NewVersion } from './calendar-rows.ts'

type Asked = Omit<CalendarRequest['days'][number], 'day'> & { readonly day: IsoDate }

/** All days or none: half a year's list would leave the other half to be worked on as ordinary days. Answers how many changed. */
export const keepCalendar = async (
  tx: Tx,
  asked: readonly Asked[],
  by: Pick<Session, 'personId' | 'accountId'> & { readonly at: EpochMs },
): Promise<number> => {
  const faults = faultsIn(asked)
  if (faults.length > 0) throw new HttpProblem(422, 'calendar-unfit', faults)
  await lockScopes(tx, ['calendar'])
  const days = asked.map(({ day }) => day).toSorted()
  const standing = new Map(
    (await readCalendar(tx, { from: days[0]!, through: days.at(-1)! })).map((one) => [one.day, one]),
  )
  const overtaken = asked.flatMap(({ day, seenVersion }, at) =>
    (standing.get(day)?.version ?? 0) === seenVersion
      ? []
      : [{ path: `days.${at}.seenVersion`, code: 'calendar-changed' as const }],
  )
  if (overtaken.length > 0) throw new HttpProblem(409, 'calendar-changed', overtaken)
  const changes = asked.flatMap(({ seenVersion, ...said }): readonly NewVersion[] =>
    saysTheSame(said, standing.get(said.day)) ? [] : [{ ...said, version: seenVersion + 1 }],
  )
  if (changes.length > 0)
    await appendCalendarVersions(tx, changes, { person: by.personId, account: by.accountId, at: by.at })
  return changes.length
}

type Said = Pick<CalendarVersion, 'kind' | 'name' | 'isProvisional'>

/** What is said again makes no history. A day of which nothing was said is as one whose entry was taken back. */
export const saysTheSame = (said: Said, standing: Said | undefined): boolean =>
  said.kind === null || !standing?.kind
    ? said.kind === (standing?.kind ?? null)
    : said.kind === standing.kind && said.name === standing.name && said.isProvisional === standing.isProvisional

const faultsIn = (asked: readonly Asked[]): readonly FieldFault[] => {
  const seen = new Set<string>()
  return asked.flatMap(({ day, kind, name }, at) => {
    const isTwice = seen.has(day)
    seen.add(day)
    const isNameless = (kind === 'holiday' || kind === 'major-event') && name === ''
    return [
      ...(isTwice ? [{ path: `days.${at}.day`, code: 'twice', params: { name: day } } as const] : []),
      ...(isNameless ? [{ path: `days.${at}.name`, code: 'missing', params: {} } as const] : []),
    ]
  })
}
