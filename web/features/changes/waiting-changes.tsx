import { useState } from 'react'
import type { MyDuties } from '#contract/me.ts'
import type { PersonId } from '#core/ids.ts'
import { endingAsked } from '#core/job/changes.ts'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import type { OpenedJob } from '../../session/job/open-job.tsx'
import { useJobCommand, type GivenCommand } from '../../session/job/use-job-command.ts'
import { useRemedyLinks } from '../../session/job/use-remedy-links.ts'
import { useWords } from '../../session/language.tsx'
import { useRead } from '../../session/use-read.ts'
import { useClockText } from '../../ui/time/clock-text.ts'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { Card } from '../../ui/touch/card.tsx'
import { HoldToConfirm } from '../../ui/touch/hold-to-confirm.tsx'
import { TextField } from '../../ui/touch/text-field.tsx'

/** What somebody has asked for: whoever owes the answer gives it here, everybody else sees that it is waited for. */
export const WaitingChanges = (opened: OpenedJob) => {
  const { job, page } = opened
  const { changes: words } = useWords()
  const person = (id: PersonId) => page.people[id] ?? id
  const { data: mine } = useRead<MyDuties>(['jobs', 'my-duties'], '/api/me/duties')
  const isMine = (key: string): boolean =>
    mine?.duties.some(
      // Whoever stands in for somebody signs permits for them; a change needs the word of the person themselves.
      ({ job: of, duty, because }) => of.id === opened.id && because === null && duty.key.startsWith(key),
    ) ?? false
  const { changes } = job.record
  const ending = endingAsked(changes)
  return (
    <>
      {changes.people
        .filter(({ answer }) => answer === null)
        .map(({ id, change, reason, by, at }) => (
          <Waiting
            key={id}
            job={opened.id}
            what={words.sayPeople(change, { person })}
            asked={{ by: person(by), at, reason }}
            isMine={isMine(`agree.people.${id}`)}
            answer={(isAgreed, note) => ({ type: 'AnswerPeopleChange', change: id, isAgreed, note })}
          />
        ))}
      {ending && (
        <Waiting
          job={opened.id}
          what={words.ending.asked[ending.ending]}
          asked={{ by: person(ending.by), at: ending.at, reason: ending.reason }}
          isMine={isMine(`agree.${ending.ending}`)}
          answer={(isAgreed, note) => ({ type: 'AnswerEnding', isAgreed, note })}
        />
      )}
    </>
  )
}

const Waiting = ({
  job,
  what,
  asked,
  isMine,
  answer,
}: {
  job: string
  what: string
  asked: { by: string; at: number; reason: string }
  isMine: boolean
  answer: (isAgreed: boolean, note: string) => GivenCommand
}) => {
  const { changes: words, steps } = useWords()
  const clock = useClockText()
  const { give, isBusy, outcome } = useJobCommand(job)
  const links = useRemedyLinks(job, 'changes')
  const [note, setNote] = useState('')
  const [tries, setTries] = useState(0)
  const say = async (isAgreed: boolean): Promise<void> => {
    await give(answer(isAgreed, note), words.answer.label)
    setTries((count) => count + 1)
  }
  return (
    <Card title={what} tone="due">
      <p>
        {steps.by(asked.by, clock.short(asked.at))} · {asked.reason}
      </p>
      <CommandOutcome outcome={outcome} onRemedy={links} />
      {isMine ? (
        <>
          <TextField label={words.note} value={note} onChange={setNote} />
          <HoldToConfirm key={tries} tone="met" disabled={isBusy} onConfirm={() => void say(true)}>
            {words.answer.agree}
          </HoldToConfirm>
          <BigButton disabled={isBusy} onClick={() => void say(false)}>
            {words.answer.deny}
          </BigButton>
        </>
      ) : (
        <p role="status">{words.answer.waits}</p>
      )}
    </Card>
  )
}
