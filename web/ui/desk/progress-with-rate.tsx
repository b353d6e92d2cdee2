import { Button, Progress as Bar } from 'antd'
import { spanOf } from '../time/countdown.ts'
import { useUi } from '../ui-context.tsx'
import { paceOf, type Progress } from './progress.ts'
import css from './progress-with-rate.module.css'

/** A bar with rows, rows per second and time left; `onCancel` makes it cancellable. */
export const ProgressWithRate = ({
  label,
  progress,
  onCancel,
}: {
  label: string
  progress: Progress
  onCancel?: () => void
}) => {
  const { words, locale } = useUi()
  const number = new Intl.NumberFormat(locale)
  const { percent, perSecond, leftMs } = paceOf(progress)
  return (
    <section className={css.progress} aria-label={label}>
      <div className={css.line}>
        <strong>{label}</strong>
        <span>{words.progress.rows(number.format(progress.done), number.format(progress.total))}</span>
      </div>
      <Bar percent={percent} status="active" showInfo={false} aria-label={label} />
      <div className={css.line}>
        <span className={css.pace}>
          {perSecond > 0 && words.progress.rate(number.format(Math.round(perSecond)))}
          {leftMs !== 'unknown' && <> · {words.progress.left(words.time.span(spanOf(leftMs)))}</>}
        </span>
        {onCancel && <Button onClick={onCancel}>{words.progress.cancel}</Button>}
      </div>
    </section>
  )
}
