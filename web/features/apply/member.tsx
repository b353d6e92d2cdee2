import type { ReactNode } from 'react'
import { useWords } from '../../session/language.tsx'
import { StatusPill } from '../../ui/touch/status-pill.tsx'
import css from './apply.module.css'

/** How the rules see somebody in this job now. */
export type Fitness =
  | { readonly kind: 'unchecked' }
  | { readonly kind: 'fit' }
  | { readonly kind: 'unfit'; readonly count: number }

export const FitnessPill = ({ fitness }: { fitness: Fitness }) => {
  const words = useWords().apply
  switch (fitness.kind) {
    case 'unchecked':
      return <StatusPill state="not-open">{words.unchecked}</StatusPill>
    case 'fit':
      return <StatusPill state="met">{words.fit}</StatusPill>
    case 'unfit':
      return <StatusPill state="stopped">{words.unfit(fitness.count)}</StatusPill>
  }
}

/** Somebody in the job; without actions for the leader, who is whoever applies. */
export const Member = ({
  name,
  fitness,
  onReplace,
  onRemove,
  children,
}: {
  name: string
  fitness: Fitness
  onReplace?: () => void
  onRemove?: () => void
  children?: ReactNode
}) => {
  const words = useWords().apply
  return (
    <article className={css.member} aria-label={name}>
      <header className={css.memberHead}>
        <strong className={css.name}>{name}</strong>
        <FitnessPill fitness={fitness} />
      </header>
      {children}
      {onReplace && onRemove && (
        <div className={css.memberActions}>
          <button type="button" className={css.small} onClick={onReplace}>
            {words.change}
          </button>
          <button type="button" className={css.small} onClick={onRemove}>
            {words.remove}
          </button>
        </div>
      )}
    </article>
  )
}
