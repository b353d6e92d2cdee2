import { useUi } from '../ui-context.tsx'
import { classNames } from '../class-names.ts'
import css from './safety-shape.module.css'

/** The language of safety signs (GB 2894, ISO 3864): the same five in lists, maps, charts, phone and print. */
export type SafetyState = 'must' | 'due' | 'stopped' | 'met' | 'not-open'

/**
 * The bare sign. Shape and inner mark differ for every state, so that a greyscale print still tells them apart.
 * `titled` speaks its word to a screen reader; leave it off where the word stands beside it.
 */
export const SafetyShape = ({
  state,
  size = 24,
  titled = false,
}: {
  state: SafetyState
  size?: number
  titled?: boolean
}) => {
  const word = useSafetyWord(state)
  return (
    <svg
      className={css.shape}
      data-state={state}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      {...(titled ? { role: 'img', 'aria-label': word } : { 'aria-hidden': true })}
    >
      {drawing[state]}
    </svg>
  )
}

/** Sign and word together; `children` replaces the general word by a more exact one. */
export const SafetyLabel = ({
  state,
  children,
  size = 20,
}: {
  state: SafetyState
  children?: string
  size?: number
}) => {
  const word = useSafetyWord(state)
  return (
    <span className={classNames(css.label, css[`label-${state}`])}>
      <SafetyShape state={state} size={size} />
      <span>{children ?? word}</span>
    </span>
  )
}

const useSafetyWord = (state: SafetyState): string => {
  const { safety } = useUi().words
  return state === 'not-open' ? safety.notOpen : safety[state]
}

const drawing = {
  must: (
    <>
      <circle cx="12" cy="12" r="11" fill="var(--must)" />
      <path d="M7 12h9.5M12.5 7.5 17 12l-4.5 4.5" fill="none" stroke="var(--must-ink)" strokeWidth="2.4" />
    </>
  ),
  due: (
    <>
      <path d="M12 1.8 23 21.5H1z" fill="var(--due)" stroke="var(--due-ink)" strokeWidth="1.5" strokeLinejoin="round" />
      <path d="M12 8.2v6.6" stroke="var(--due-ink)" strokeWidth="2.6" />
      <circle cx="12" cy="18" r="1.5" fill="var(--due-ink)" />
    </>
  ),
  stopped: (
    <>
      <circle cx="12" cy="12" r="9.4" fill="var(--surface)" stroke="var(--stop)" strokeWidth="3.2" />
      <path d="m5.4 5.4 13.2 13.2" stroke="var(--stop)" strokeWidth="3.2" />
    </>
  ),
  met: (
    <>
      <rect x="1.5" y="1.5" width="21" height="21" rx="3" fill="var(--met)" />
      <path d="m6.5 12.4 3.9 3.9 7.3-8.3" fill="none" stroke="var(--met-ink)" strokeWidth="2.6" />
    </>
  ),
  'not-open': (
    <circle cx="12" cy="12" r="9.5" fill="none" stroke="var(--closed)" strokeWidth="2" strokeDasharray="3.6 2.37" />
  ),
} as const satisfies Record<SafetyState, React.ReactElement>
