/** What a long piece of work has done so far, as the server last told it. */
export type Progress = {
  readonly done: number
  readonly total: number
  readonly startedAt: number
  readonly at: number
}
export type Pace = { readonly percent: number; readonly perSecond: number; readonly leftMs: number | 'unknown' }

/** Rate and time left. Before the first row is done nothing can be said, and nothing is said. */
export const paceOf = ({ done, total, startedAt, at }: Progress): Pace => {
  const percent = total === 0 ? 100 : Math.min(100, Math.floor((done / total) * 100))
  const seconds = (at - startedAt) / 1000
  const perSecond = seconds > 0 ? done / seconds : 0
  return { percent, perSecond, leftMs: perSecond > 0 ? ((total - done) / perSecond) * 1000 : 'unknown' }
}
