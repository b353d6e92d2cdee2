import { useState } from 'react'
import { useLocation } from 'wouter'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import { OpenJob, type OpenedJob } from '../../session/job/open-job.tsx'
import { useJobCommand } from '../../session/job/use-job-command.ts'
import { useRemedyLinks } from '../../session/job/use-remedy-links.ts'
import { useWords } from '../../session/language.tsx'
import { useSession } from '../../session/session.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SafetyLabel } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { Card } from '../../ui/touch/card.tsx'
import { HoldToConfirm } from '../../ui/touch/hold-to-confirm.tsx'
import { ListRow, RowList } from '../../ui/touch/list-row.tsx'
import { TextField } from '../../ui/touch/text-field.tsx'
import css from './returned.module.css'

/** What an applicant does about a return: read why, go where it is mended, and send it again. */
export const ReturnedPage = () => <OpenJob>{(opened) => <Returned {...opened} />}</OpenJob>

const Returned = (opened: OpenedJob) => {
  const { id, page, job } = opened
  const { approving } = useWords()
  const words = approving.returned
  const [, navigate] = useLocation()
  const clock = useClockText()
  const { personId } = useSession()
  const { returned, application } = job.record
  if (returned === null || returned.to !== 'applicant' || returned.answeredAt !== null)
    return (
      <>
        <EmptyState title={words.nothing} how={words.nothingHow} />
        <BigButton kind="primary" onClick={() => navigate(`/jobs/${id}/approve`)}>
          {words.toChain}
        </BigButton>
      </>
    )
  const nameOf = (person: string): string => page.people[person] ?? person
  const at = clock.short(returned.occurredAt)
  const isOurs = application.applicant === personId
  return (
    <>
      <Card title={words.why} tone="due">
        <p className={css.reason}>{returned.reason}</p>
        <p className={css.quiet}>
          {returned.by === application.applicant ? words.withdrawn(at) : words.by(nameOf(returned.by), at)}
        </p>
      </Card>
      {isOurs ? (
        <>
          <h2 className={css.heading}>{words.mend}</h2>
          <RowList>
            <ListRow title={words.preparations} onOpen={() => navigate(`/jobs/${id}/prepare`)} />
            <ListRow title={words.measures} onOpen={() => navigate(`/jobs/${id}/measures`)} />
            <ListRow title={words.briefing} onOpen={() => navigate(`/jobs/${id}/briefing`)} />
            <ListRow title={words.application} detail={words.applicationNote} onOpen={() => navigate(`/apply/${id}`)} />
          </RowList>
          <SendAgain id={id} />
        </>
      ) : (
        <SafetyLabel state="not-open">{words.othersWait(nameOf(application.applicant))}</SafetyLabel>
      )}
    </>
  )
}

const SendAgain = ({ id }: { id: string }) => {
  const words = useWords().approving.returned
  const { give, isBusy, outcome } = useJobCommand(id)
  const links = useRemedyLinks(id)
  const [note, setNote] = useState('')
  const [tries, setTries] = useState(0)
  const send = async (): Promise<void> => {
    await give({ type: 'AnswerReturn', note }, words.label)
    setTries((count) => count + 1)
  }
  return (
    <>
      <TextField label={words.note} lines={2} value={note} onChange={setNote} />
      <CommandOutcome outcome={outcome} onRemedy={links} />
      <HoldToConfirm key={tries} tone="met" disabled={isBusy} onConfirm={() => void send()}>
        {words.send}
      </HoldToConfirm>
    </>
  )
}
