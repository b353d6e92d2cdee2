import { useState } from 'react'
import type { ChangedCondition } from '#core/job/changes.ts'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import { useJobCommand } from '../../session/job/use-job-command.ts'
import { useWords } from '../../session/language.tsx'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { ChoiceTiles } from '../../ui/touch/choice-tiles.tsx'
import { Sheet } from '../../ui/touch/sheet.tsx'
import { TextField } from '../../ui/touch/text-field.tsx'

const conditions: readonly ChangedCondition[] = ['process', 'weather', 'neighbour', 'method', 'other']

/** Stopping is one tap: no hold, and no word is needed but what has changed. */
export const ConditionsSheet = ({ job, onClose }: { job: string; onClose: () => void }) => {
  const { changes } = useWords()
  const { conditions: words } = changes
  const { give, isBusy, outcome } = useJobCommand(job)
  const [condition, setCondition] = useState<ChangedCondition>('process')
  const [note, setNote] = useState('')
  const report = async (): Promise<void> => {
    if (await give({ type: 'ReportConditionChange', condition, note }, words.label)) onClose()
  }
  return (
    <Sheet title={words.which} onClose={onClose}>
      <ChoiceTiles
        label={words.which}
        choices={conditions.map((id) => ({ id, label: words.options[id] }))}
        chosen={[condition]}
        onToggle={(id) => setCondition(conditions.find((one) => one === id) ?? condition)}
      />
      <TextField label={changes.note} lines={2} value={note} onChange={setNote} />
      <p>{words.lead}</p>
      <CommandOutcome outcome={outcome} />
      <BigButton kind="primary" disabled={isBusy} onClick={() => void report()}>
        {words.submit}
      </BigButton>
    </Sheet>
  )
}
