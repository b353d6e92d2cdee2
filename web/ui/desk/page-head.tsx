import type { ReactNode } from 'react'
import css from './page-head.module.css'

/** The top of a desk page: what it is, one line of what is in it, and its actions at the right. */
export const PageHead = ({ title, note, actions }: { title: string; note?: ReactNode; actions?: ReactNode }) => (
  <header className={css.head}>
    <div>
      <h1 className={css.title}>{title}</h1>
      {note !== undefined && <p className={css.note}>{note}</p>}
    </div>
    <div className={css.actions}>{actions}</div>
  </header>
)
