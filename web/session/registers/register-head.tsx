import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { PageHead } from '../../ui/desk/page-head.tsx'
import { useWords } from '../language.tsx'
import { approvers, isFor, type Audience } from '../roles.ts'
import { useSession } from '../session.tsx'
import css from './register-head.module.css'

const registers = {
  isolation: 'everyone',
  blinds: 'everyone',
  video: 'everyone',
  risks: 'everyone',
  calendar: 'everyone',
  contingencies: approvers,
  debts: approvers,
  paper: ['safety-officer'],
} satisfies Readonly<Record<string, Audience>>
export type RegisterName = keyof typeof registers
const names = Object.keys(registers) as RegisterName[]

/** The head of a site register, with the way to the others beside it. */
export const RegisterHead = ({ here, title, actions }: { here: RegisterName; title: string; actions?: ReactNode }) => {
  const { registers: words } = useWords()
  const { roles } = useSession()
  const mine = names.filter((name) => isFor(registers[name], roles))
  return (
    <>
      <nav className={css.tabs} aria-label={words.tabsLabel}>
        {mine.map((name) => (
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
