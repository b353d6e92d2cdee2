import { useState } from 'react'
import { useLocation } from 'wouter'
import type { JobPage } from '#contract/job-views.ts'
import type { ReissueCause } from '#core/job/changes.ts'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import { useJobCommand } from '../../session/job/use-job-command.ts'
import { useWords } from '../../session/language.tsx'
import { useServices } from '../../session/services.tsx'
import { ChoiceTiles } from '../../ui/touch/choice-tiles.tsx'
import { HoldToConfirm } from '../../ui/touch/hold-to-confirm.tsx'
import { Sheet } from '../../ui/touch/sheet.tsx'
import { TextField } from '../../ui/touch/text-field.tsx'

const causes: readonly ReissueCause[] = ['content', 'scope', 'place', 'validity']

/** Closes the job for good and goes straight on to the application that continues it. */
export const ReissueSheet = ({ job, onClose }: { job: string; onClose: () => void }) => {
  const { changes } = useWords()
  const { reissue: words } = changes
  const { api } = useServices()
  const { give, isBusy, outcome } = useJobCommand(job)
  const [, navigate] = useLocation()
  const [cause, setCause] = useState<ReissueCause>('content')
  const [reason, setReason] = useState('')
  const reissue = async (): Promise<void> => {
    if (!(await give({ type: 'CloseAndReissue', cause, reason }, words.label))) return
    const page = await api.read<JobPage>(`/api/jobs/${job}`)
    const successor = 'record' in page.job ? page.job.record.changes.reissuedAs : null
    onClose()
    if (successor) navigate(`/apply/${successor}`)
  }
  return (
    <Sheet title={words.which} onClose={onClose}>
      <ChoiceTiles
        label={words.which}
        choices={causes.map((id) => ({ id, label: words.options[id] }))}
        chosen={[cause]}
        onToggle={(id) => setCause(causes.find((one) => one === id) ?? cause)}
      />
      <TextField
        label={changes.reason}
        help={reason.trim() === '' ? changes.reasonHelp : ''}
        lines={2}
        value={reason}
        onChange={setReason}
      />
      <p>{words.lead}</p>
      <CommandOutcome outcome={outcome} />
      <HoldToConfirm tone="stop" disabled={isBusy || reason.trim() === ''} onConfirm={() => void reissue()}>
        {words.submit}
      </HoldToConfirm>
    </Sheet>
  )
}
