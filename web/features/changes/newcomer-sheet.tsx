import { useState } from 'react'
import type { PersonCard } from '#contract/applying.ts'
import { id, type PersonId } from '#core/ids.ts'
import type { PeopleChange } from '#core/job/changes.ts'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import type { OpenedJob } from '../../session/job/open-job.tsx'
import { useJobCommand } from '../../session/job/use-job-command.ts'
import { useWords } from '../../session/language.tsx'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { ChoiceTiles } from '../../ui/touch/choice-tiles.tsx'
import { Sheet } from '../../ui/touch/sheet.tsx'
import { Candidates } from './candidates.tsx'
import type { Wanted } from './use-colleagues.ts'

type Chosen = { readonly id: PersonId; readonly name: string }

/** Who takes over and why. The server judges the newcomer when the change is sent, and says everything that is wrong at once. */
export const NewcomerSheet = ({
  opened,
  wanted,
  onClose,
}: {
  opened: OpenedJob
  wanted: Wanted
  onClose: () => void
}) => {
  const { people: words, reason: reasonWord } = useWords().changes
  const { give, isBusy, outcome, clear } = useJobCommand(opened.id)
  const [chosen, setChosen] = useState<Chosen>()
  const [reason, setReason] = useState<string>(words.reasons[0] ?? '')
  const send = async (change: PeopleChange): Promise<void> => {
    if (await give({ type: 'ChangePeople', change, reason }, words.label)) onClose()
  }
  const choose = (card: Pick<PersonCard, 'id' | 'name'>): void => {
    clear()
    setChosen({ id: id(card.id), name: card.name })
  }
  const needsWord = opened.say.rulebook.changes?.people.some(({ role, agreedBy }) => role === wanted.role && agreedBy)
  const isWaitedFor = needsWord && opened.job.status !== 'submitted'
  const leaving = wanted.role === 'leader' || wanted.replaced === null ? null : { ...wanted, person: wanted.replaced }
  const reasons = (
    <ChoiceTiles
      label={reasonWord}
      choices={words.reasons.map((one) => ({ id: one, label: one }))}
      chosen={[reason]}
      onToggle={setReason}
    />
  )
  if (chosen)
    return (
      <Sheet title={chosen.name} onClose={onClose}>
        <strong>{reasonWord}</strong>
        {reasons}
        <p>{words.briefing}</p>
        {isWaitedFor && <p>{words.agreed}</p>}
        <CommandOutcome outcome={outcome} onRemedy={() => () => setChosen(undefined)} />
        <BigButton kind="primary" disabled={isBusy} onClick={() => void send(changeOf(wanted, chosen.id))}>
          {words.submit}
        </BigButton>
      </Sheet>
    )
  return (
    <Sheet title={words.by} onClose={onClose}>
      <Candidates opened={opened} wanted={wanted} onChoose={choose} />
      {leaving && (
        <>
          <strong>{reasonWord}</strong>
          {reasons}
          <CommandOutcome outcome={outcome} />
          <BigButton
            disabled={isBusy}
            onClick={() =>
              void send({ kind: 'leave', role: leaving.role === 'crew' ? 'crew' : 'guardian', person: leaving.person })
            }
          >
            {words.leave}
          </BigButton>
        </>
      )}
    </Sheet>
  )
}

const changeOf = ({ role, replaced, duties }: Wanted, person: PersonId): PeopleChange => {
  if (replaced !== null) return { kind: 'replace', role, leaves: replaced, joins: person }
  return role === 'crew' ? { kind: 'join', role, person, duties } : { kind: 'join', role: 'guardian', person }
}
