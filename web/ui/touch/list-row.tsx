import type { ReactNode } from 'react'
import { Icon } from '../icons/icon.tsx'
import css from './list-row.module.css'

type Content = { lead?: ReactNode; title: ReactNode; detail?: ReactNode; trail?: ReactNode }

/** One line of a list: sign or icon, what, its state beside it, detail below over the whole width. With `onOpen` the whole line is one target. */
export const ListRow = ({ onOpen, ...content }: Content & { onOpen?: () => void }) =>
  onOpen ? (
    <button type="button" className={css.row} onClick={onOpen}>
      <Inside {...content} />
      <Icon name="chevron-right" size={20} />
    </button>
  ) : (
    <div className={css.row}>
      <Inside {...content} />
    </div>
  )

/** Rows share one surface, divided by hairlines. */
export const RowList = ({ children }: { children: ReactNode }) => <div className={css.list}>{children}</div>

const Inside = ({ lead, title, detail, trail }: Content) => (
  <>
    {lead}
    <span className={css.text}>
      <span className={css.head}>
        <span className={css.title}>{title}</span>
        {trail}
      </span>
      {detail !== undefined && <span className={css.detail}>{detail}</span>}
    </span>
  </>
)
