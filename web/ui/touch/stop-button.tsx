import { SafetyShape } from '../safety/safety-shape.tsx'
import css from './stop-button.module.css'

/**
 * Stops work with one tap: no question, no hold, never disabled. `bar` is the red bar at the foot of every job page, `square` the
 * stand-alone button.
 */
export const StopButton = ({
  label,
  onStop,
  form = 'bar',
}: {
  label: string
  onStop: () => void
  form?: 'bar' | 'square'
}) => (
  <button type="button" className={css.stop} data-form={form} onClick={onStop}>
    <SafetyShape state="stopped" size={form === 'bar' ? 30 : 44} />
    {label}
  </button>
)
