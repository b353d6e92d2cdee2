import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { PageHead } from '../../ui/desk/page-head.tsx'
import { useWords } from '../language.tsx'
import css from './register-head.module.css'

const registers = ['isolation', 'blinds'] as const
export type RegisterName = (typeof registers)[number]

/** The head of a site register, with the way to the others beside it. */
export const RegisterHead = ({ here, title, actions }: { here: RegisterName; title: string; actions?: ReactNode }) => {
  const { registers: words } = useWords()
  return (
    <>
      <nav className={css.tabs} aria-label={words.tabsLabel}>
        {registers.map((name) => (
          <Link
            key={name}
            href={`/registers/${name}`}
            className={css.tab ?? ''}
            aria-current={name === here ? 'page' : undefined}
          >
            {words.tabs[name]}
          </Link>
        ))}
      </nav>
      <PageHead title={title} {...(actions === undefined ? {} : { actions })} />
    </>
  )
}
