import type { Rulebook } from '../rulebook/rulebook.ts'
import { filmingRule } from './filming.ts'

/** AQ 3064.2-2025 4.2: where a rulebook says nothing of film, it is kept as long as the standard asks of site video. */
const siteVideoDays = 30
const filmRetentions = ['process-video', 'site-video']

/** The longest that the rulebook asks of any film: whether a stretch shows work or an empty place is known only later. */
export const filmKeptDaysMin = ({ retention = [] }: Rulebook): number =>
  Math.max(siteVideoDays, ...retention.filter(({ id }) => filmRetentions.includes(id)).map(({ daysMin }) => daysMin))

/** The shortest silence after which any work of this rulebook would not count on a camera's recorder; nothing asked, none allowed. */
export const recorderSilentMinutesMax = ({ operations }: Rulebook): number => {
  const asked = Object.values(operations).flatMap(({ atStart }) =>
    atStart.filter(({ rule }) => rule === filmingRule).map(({ parameters }) => Number(parameters['silentMinutesMax'])),
  )
  return asked.length === 0 ? 0 : Math.min(...asked)
}
