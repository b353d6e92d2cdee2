import type { MyDelegations } from '#contract/standing-in.ts'
import { FailureNotice } from '../../session/failure-notice.tsx'
import css from '../../session/job/site-page.module.css'
import { useWords } from '../../session/language.tsx'
import { useRead } from '../../session/use-read.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useState } from 'react'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { Delegations, isStanding } from './delegations.tsx'
import { NewDelegation } from './new-delegation.tsx'

/** 不在岗委托: who signs while somebody is away, for how long, and the way to call it back. */
export const StandInPage = () => {
  const words = useWords().approving.standIn
  const { data, error, refetch } = useRead<MyDelegations>(['jobs', 'delegations'], '/api/me/delegations')
  if (error && !data) return <FailureNotice error={error} onRetry={() => void refetch()} fullPage />
  if (!data) return null
  const { authorities, daysMax, made, given, people, now } = data
  return (
    <div className={css.page}>
      <p className={css.detail}>{words.lead}</p>
      <Delegations title={words.made} rows={made} people={people} now={now} isOwn />
      <Delegations title={words.given} rows={given} people={people} now={now} isOwn={false} />
      {daysMax === null ? (
        <EmptyState title={words.notForeseen} how={words.lead} />
      ) : authorities.length === 0 ? (
        <EmptyState title={words.none} how={words.lead} />
      ) : (
        <Form authorities={authorities} daysMax={daysMax} isFirst={!made.some((row) => isStanding(row, now))} />
      )}
    </div>
  )
}

/** Open where there is nothing yet; behind a button where somebody stands in already, so that the list is what one sees. */
const Form = ({
  authorities,
  daysMax,
  isFirst,
}: {
  authorities: readonly string[]
  daysMax: number
  isFirst: boolean
}) => {
  const words = useWords().approving.standIn
  const [isOpen, setOpen] = useState(false)
  return isOpen || isFirst ? (
    <NewDelegation authorities={authorities} daysMax={daysMax} onDone={() => setOpen(false)} />
  ) : (
    <BigButton onClick={() => setOpen(true)}>{words.another}</BigButton>
  )
}
