import { useState } from 'react'
import type { PersonId } from '#core/ids.ts'
import { takeBackApproval, withdrawApplication } from '#core/job/decide/going-back.ts'
import type { OpenedJob } from '../../session/job/open-job.tsx'
import { useWords } from '../../session/language.tsx'
import { useSession } from '../../session/session.tsx'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { WithReasonSheet } from './with-reason-sheet.tsx'

/** What the reader may take back of what they gave themselves: a signature, or the application. Offered only where core would accept it. */
export const StepBack = ({ id, page, job, say, text }: OpenedJob) => {
  const { approving: words } = useWords()
  const { personId } = useSession()
  const [open, setOpen] = useState<string>()
  if (personId === null) return null
  const by = personId as PersonId
  const asked = { by, occurredAt: page.now, reason: words.takeBack.reason }
  const own = job.record.approvals
    .filter(
      ({ permit, step, by: signer }) =>
        signer === by &&
        takeBackApproval({ type: 'TakeBackApproval', ...asked, permit, step }, job, say.rulebook).accepted,
    )
    .map(({ permit, step }) => {
      const operation = job.record.permits.find((one) => one.id === permit)?.operation
      const row = operation && say.rulebook.operations[operation]?.approvals.find((one) => one.id === step)
      return { key: `${permit} ${step}`, permit, step, name: row ? text(row.name) : step }
    })
  const mayWithdraw = withdrawApplication({ type: 'WithdrawApplication', ...asked }, job).accepted
  return (
    <>
      {own.map(({ key, permit, step, name }) => (
        <div key={key}>
          <BigButton kind="quiet" onClick={() => setOpen(key)}>
            {words.takeBack.open(name)}
          </BigButton>
          {open === key && (
            <WithReasonSheet
              job={id}
              words={words.takeBack}
              command={(reason) => ({ type: 'TakeBackApproval', permit, step, reason })}
              onClose={() => setOpen(undefined)}
            />
          )}
        </div>
      ))}
      {mayWithdraw && (
        <BigButton kind="quiet" onClick={() => setOpen('withdraw')}>
          {words.withdraw.open}
        </BigButton>
      )}
      {open === 'withdraw' && (
        <WithReasonSheet
          job={id}
          words={words.withdraw}
          command={(reason) => ({ type: 'WithdrawApplication', reason })}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  )
}
