import { useState } from 'react'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import { useJobCommand } from '../../session/job/use-job-command.ts'
import { useWords } from '../../session/language.tsx'
import { HoldToConfirm } from '../../ui/touch/hold-to-confirm.tsx'
import { Sheet } from '../../ui/touch/sheet.tsx'
import { TextField } from '../../ui/touch/text-field.tsx'

/** Asks for the end of the job; the work stands from this moment, whatever the answer will be. */
export const EndingSheet = ({
  job,
  ending,
  onClose,
}: {
  job: string
  ending: 'cancel' | 'voiding'
  onClose: () => void
}) => {
  const { changes } = useWords()
  const { ending: words } = changes
  const { give, isBusy, outcome } = useJobCommand(job)
  const [reason, setReason] = useState('')
  const { title } = changes.ways[ending]
  const ask = async (): Promise<void> => {
    if (await give({ type: ending === 'cancel' ? 'CancelJob' : 'VoidJob', reason }, title)) onClose()
  }
  return (
    <Sheet title={title} onClose={onClose}>
      <p>{ending === 'cancel' ? words.cancelLead : words.voidLead}</p>
      <TextField
        label={changes.reason}
        help={reason.trim() === '' ? changes.reasonHelp : ''}
        lines={3}
        value={reason}
        onChange={setReason}
      />
      <CommandOutcome outcome={outcome} />
      <HoldToConfirm tone="stop" disabled={isBusy || reason.trim() === ''} onConfirm={() => void ask()}>
        {words[ending]}
      </HoldToConfirm>
    </Sheet>
  )
}
