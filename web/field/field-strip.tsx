import { useLocation } from 'wouter'
import { chooseAppearance, useAppearance } from '../session/appearance.ts'
import { useWords } from '../session/language.tsx'
import { LiveMark } from '../session/live-updates.tsx'
import { useWaitingCount } from '../session/outbox/use-outbox.ts'
import { useSession } from '../session/session.tsx'
import { BrandMark } from '../ui/icons/brand-mark.tsx'
import { Icon } from '../ui/icons/icon.tsx'
import css from './field-strip.module.css'
import { StopTool } from './stop-tool.tsx'

/** The top of every phone page: where I am or the way back, what still waits on this phone, and sunlight one tap away. */
export const FieldStrip = (inner: { title: string; onBack: () => void } | { title?: never; onBack?: never }) => {
  const { plant } = useSession()
  const words = useWords()
  return (
    <header className={css.strip}>
      {inner.onBack ? (
        <>
          <button type="button" className={css.tool} onClick={inner.onBack} aria-label={words.shell.field.back}>
            <Icon name="chevron-left" size={28} />
          </button>
          <h1 className={css.title}>{inner.title}</h1>
        </>
      ) : (
        <span className={css.place}>
          <span className={css.brand}>
            <BrandMark size={30} />
          </span>
          <span className={css.names}>
            <span className={css.plant}>{plant.name}</span>
            <LiveMark />
          </span>
        </span>
      )}
      <WaitingTool />
      <StopTool />
      <SunlightTool />
    </header>
  )
}

const WaitingTool = () => {
  const count = useWaitingCount()
  const words = useWords().session.outbox
  const [, navigate] = useLocation()
  if (count === 0) return null
  return (
    <button
      type="button"
      className={css.tool}
      onClick={() => navigate('/outbox')}
      aria-label={words.waitingCount(count)}
    >
      <Icon name="upload" size={26} />
      <span className={css.count}>{count}</span>
    </button>
  )
}

const SunlightTool = () => {
  const { appearance } = useAppearance()
  const words = useWords().shell.field
  const isOn = appearance === 'sunlight'
  return (
    <button
      type="button"
      className={css.tool}
      aria-pressed={isOn}
      aria-label={isOn ? words.sunlightOff : words.sunlightOn}
      onClick={() => chooseAppearance(isOn ? 'auto' : 'sunlight')}
    >
      <Icon name="sun" size={26} />
    </button>
  )
}
