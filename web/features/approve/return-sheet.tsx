import { useState } from 'react'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import { useJobCommand } from '../../session/job/use-job-command.ts'
import { useWords } from '../../session/language.tsx'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { Sheet } from '../../ui/touch/sheet.tsx'
import { TextField } from '../../ui/touch/text-field.tsx'

/** Sends the job back with a reason, so that the applicant knows what to mend. */
export const ReturnSheet = ({ job, onClose }: { job: string; onClose: () => void }) => {
  const { approve: words } = useWords().steps
  const { give, isBusy, outcome } = useJobCommand(job)
  const [reason, setReason] = useState('')
  const send = async (): Promise<void> => {
    if (await give({ type: 'ReturnJob', reason }, words.returnLabel)) onClose()
  }
  return (
    <Sheet title={words.return} onClose={onClose}>
      <TextField
        label={words.reason}
        help={reason.trim() === '' ? words.reasonMissing : words.returnLead}
        lines={4}
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
