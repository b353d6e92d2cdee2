import { useState } from 'react'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import { useJobCommand, type GivenCommand } from '../../session/job/use-job-command.ts'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { Sheet } from '../../ui/touch/sheet.tsx'
import { TextField } from '../../ui/touch/text-field.tsx'

type Words = {
  readonly title: string
  readonly lead: string
  readonly reason: string
  readonly send: string
  readonly label: string
}

/** One step back that needs nothing but a reason. */
export const WithReasonSheet = ({
  job,
  words,
  command,
  onClose,
}: {
  job: string
  words: Words
  command: (reason: string) => GivenCommand
  onClose: () => void
}) => {
  const { give, isBusy, outcome } = useJobCommand(job)
  const [reason, setReason] = useState('')
  const send = async (): Promise<void> => {
    if (await give(command(reason), words.label)) onClose()
  }
  return (
    <Sheet title={words.title} onClose={onClose}>
      <p>{words.lead}</p>
      <TextField label={words.reason} lines={3} value={reason} onChange={setReason} />
      <CommandOutcome outcome={outcome} />
      <BigButton kind="primary" disabled={isBusy || reason.trim() === ''} onClick={() => void send()}>
        {words.send}
      </BigButton>
    </Sheet>
  )
}
