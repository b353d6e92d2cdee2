import type { JobPage } from '#contract/job-views.ts'
import { useWords } from '../../session/language.tsx'
import { HoldPointTrack, type TrackPoint } from '../../ui/touch/hold-point-track.tsx'

/** The hold points alone, as the desk's drawer shows them. */
export const HoldPoints = ({ page: { holdPoints } }: { page: JobPage }) => {
  const { jobs: words } = useWords()
  return <HoldPointTrack label={words.track} points={holdPoints.map((point) => toTrackPoint(point, words))} />
}

const toTrackPoint = (
  { kind, state, refusals }: JobPage['holdPoints'][number],
  words: ReturnType<typeof useWords>['jobs'],
): TrackPoint => {
  const point = { id: kind, title: words.holdPoint[kind] }
  switch (state) {
    case 'met':
      return { ...point, at: 'met', summary: words.done }
    case 'open':
      return {
        ...point,
        at: 'open',
        state: 'must',
        content: refusals.length > 0 ? words.missing(refusals.length) : words.done,
      }
    case 'waiting':
      return { ...point, at: 'later', note: words.waitsFor }
    case 'not-applicable':
      return { ...point, at: 'later', note: words.notAsked }
  }
}
