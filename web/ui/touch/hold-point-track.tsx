import type { ReactNode } from 'react'
import { SafetyShape, type SafetyState } from '../safety/safety-shape.tsx'
import { useUi } from '../ui-context.tsx'
import css from './hold-point-track.module.css'

/** A stop on the track. Met ones fold to one line, the open one carries its content, the later ones say what opens them. */
export type TrackPoint = { readonly id: string; readonly title: string } & (
  | { readonly at: 'met'; readonly summary: ReactNode; readonly onOpen?: () => void }
  | {
      readonly at: 'open'
      readonly state: Exclude<SafetyState, 'met' | 'not-open'>
      readonly aside?: ReactNode
      readonly content: ReactNode
    }
  | { readonly at: 'later'; readonly note?: string }
)

/** The job as a vertical line of hold points that work may not pass. */
export const HoldPointTrack = ({ points, label }: { points: readonly TrackPoint[]; label: string }) => (
  <ol className={css.track} aria-label={label}>
    {points.map((point) => (
      <li
        key={point.id}
        className={css.point}
        data-at={point.at}
        aria-current={point.at === 'open' ? 'step' : undefined}
      >
        <span className={css.sign}>
          <SafetyShape state={stateOf(point)} size={point.at === 'open' ? 32 : 26} titled />
        </span>
        <PointBody point={point} />
      </li>
    ))}
  </ol>
)

const PointBody = ({ point }: { point: TrackPoint }) => {
  const { words } = useUi()
  switch (point.at) {
    case 'met': {
      const line = (
        <>
          <span className={css.title}>{point.title}</span>
          <span className={css.summary}>{point.summary}</span>
        </>
      )
      return point.onOpen ? (
        <button type="button" className={css.line} onClick={point.onOpen}>
          {line}
        </button>
      ) : (
        <div className={css.line}>{line}</div>
      )
    }
    case 'open':
      return (
        <section className={css.open} data-state={point.state}>
          <header className={css.head}>
            <h3 className={css.title}>{point.title}</h3>
            {point.aside}
          </header>
          {point.content}
        </section>
      )
    case 'later':
      return (
        <div className={css.line}>
          <span className={css.title}>{point.title}</span>
          <span className={css.summary}>{point.note ?? words.track.opensAfter}</span>
        </div>
      )
  }
}

const stateOf = (point: TrackPoint): SafetyState => {
  switch (point.at) {
    case 'met':
      return 'met'
    case 'open':
      return point.state
    case 'later':
      return 'not-open'
  }
}
