import type { ReactNode } from 'react'
import css from './card.module.css'

/** A sheet of surface with an optional title line; `aside` stands at the right of the title (a pill, a countdown, a link). */
export const Card = ({
  title,
  aside,
  tone = 'plain',
  children,
}: {
  title?: ReactNode
  aside?: ReactNode
  tone?: 'plain' | 'must' | 'due' | 'stopped' | 'met'
  children: ReactNode
}) => (
  <section className={css.card} data-tone={tone}>
    {title !== undefined && (
      <header className={css.head}>
        <h2 className={css.title}>{title}</h2>
        {aside}
      </header>
    )}
    {children}
  </section>
)
