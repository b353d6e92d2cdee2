import { useState } from 'react'
import type { PersonId } from '#core/ids.ts'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import type { OpenedJob } from '../../session/job/open-job.tsx'
import { useJobCommand } from '../../session/job/use-job-command.ts'
import { useWords } from '../../session/language.tsx'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { ListRow, RowList } from '../../ui/touch/list-row.tsx'
import { SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { Sheet } from '../../ui/touch/sheet.tsx'
import { TextField } from '../../ui/touch/text-field.tsx'
import type { OwedStep } from './owed-here.ts'

const applicant = 'applicant'

/** Sends the job back with a reason: to its applicant, or to a step that was signed already, whose signature then falls. */
export const ReturnSheet = ({
  opened: { id, page, job, say, text },
  ours,
  onClose,
}: {
  opened: OpenedJob
  ours: readonly OwedStep[]
  onClose: () => void
}) => {
  const { approve: words } = useWords().steps
  const { approving } = useWords()
  const { give, isBusy, outcome } = useJobCommand(id)
  const [reason, setReason] = useState('')
  const [target, setTarget] = useState(applicant)
  const absent = ours.find(({ because }) => because?.kind === 'stands-in')?.because
  const onBehalfOf = absent?.kind === 'stands-in' ? (absent.for as PersonId) : undefined
  const earlier = job.record.approvals
    .filter(({ permit }) => ours.some((seat) => seat.permit === permit))
    .map(({ permit, step }) => {
      const operation = job.record.permits.find((one) => one.id === permit)?.operation
      const row = operation && say.rulebook.operations[operation]?.approvals.find((one) => one.id === step)
      return { key: `${permit} ${step}`, permit, step, name: row ? text(row.name) : step }
    })
    .filter(({ key }, at, all) => all.findIndex((one) => one.key === key) === at)
  const chosen = earlier.find(({ key }) => key === target)

  const send = async (): Promise<void> => {
    const isDone = await give(
      {
        type: 'ReturnJob',
        reason,
        ...(chosen ? { toStep: { permit: chosen.permit, step: chosen.step } } : {}),
        ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
      },
      words.returnLabel,
    )
    if (isDone) onClose()
  }
  const mark = (key: string) => <SafetyShape state={target === key ? 'must' : 'not-open'} size={26} />
  return (
    <Sheet title={words.return} onClose={onClose}>
      <div role="radiogroup" aria-label={approving.return.where}>
        <RowList>
          <ListRow
            lead={mark(applicant)}
            title={approving.return.toApplicant}
            detail={approving.return.toApplicantNote}
            onOpen={() => setTarget(applicant)}
          />
          {earlier.map(({ key, permit, name }) => (
            <ListRow
              key={key}
              lead={mark(key)}
              title={approving.return.toStep(name)}
              detail={`${approving.return.permit(page.names.permits[permit] ?? permit)} · ${approving.return.toStepNote}`}
              onOpen={() => setTarget(key)}
            />
          ))}
        </RowList>
      </div>
      <TextField
        label={words.reason}
        help={reason.trim() === '' ? words.reasonMissing : words.returnLead}
        lines={3}
        value={reason}
        onChange={setReason}
      />
      <CommandOutcome outcome={outcome} />
      <BigButton kind="primary" disabled={isBusy || reason.trim() === ''} onClick={() => void send()}>
        {words.sendBack}
      </BigButton>
    </Sheet>
  )
}
