/** How far a long step has come; kept in memory, as it is worth nothing after a restart. */
export type Progress = {
  readonly phase: 'preview' | 'commit' | 'undo'
  readonly rowsDone: number
  /** 0 … 1; from the bytes read or the rows written. */
  readonly share: number
  readonly rowsPerSecond: number
  readonly secondsLeft: number | null
}

export type ProgressMeter = { readonly tell: (rowsDone: number, share: number) => void }

/** Too little is known of the pace before this share. */
const shareForEstimateMin = 0.02

export const createMeter = (
  phase: Progress['phase'],
  clock: () => number,
  onProgress: (progress: Progress) => void,
): ProgressMeter => {
  const startedAt = clock()
  return {
    tell: (rowsDone, share) => {
      const seconds = Math.max(0.001, (clock() - startedAt) / 1000)
      onProgress({
        phase,
        rowsDone,
        share: Math.min(1, share),
        rowsPerSecond: Math.round(rowsDone / seconds),
        secondsLeft: share < shareForEstimateMin ? null : Math.round((seconds / share) * (1 - share)),
      })
    },
  }
}
