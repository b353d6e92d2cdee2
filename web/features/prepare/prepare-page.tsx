import { arePapersOpen } from '#core/job/open-papers.ts'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { OperationId } from '#core/ids.ts'
import type { PreparationContent } from '#core/job/commands.ts'
import type { Preparation } from '#core/rulebook/rulebook.ts'
import { judgePreparation } from '#core/rules/preparation/preparations-complete.ts'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import { OpenJob, type OpenedJob } from '../../session/job/open-job.tsx'
import { useJobCommand } from '../../session/job/use-job-command.ts'
import { useWords } from '../../session/language.tsx'
import { SafetyShape } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { Card } from '../../ui/touch/card.tsx'
import { StatusPill } from '../../ui/touch/status-pill.tsx'
import { ContentEditor } from './content-editor.tsx'
import { ContentShown } from './content-shown.tsx'
import { emptyContent } from './empty-content.ts'
import { asWritten } from './as-written.ts'
import css from './prepare.module.css'

/** What has to be worked out on paper, as the rulebook asks for it, with what each still lacks while it is written. */
export const PreparePage = () => <OpenJob>{(opened) => <Preparations {...opened} />}</OpenJob>

const Preparations = (opened: OpenedJob) => {
  const { id, job, readiness, say } = opened
  const { steps } = useWords()
  const [, navigate] = useLocation()
  const missing = readiness.gate?.refusals ?? []
  const rows = job.record.permits.flatMap(({ operation }) =>
    (say.rulebook.operations[operation]?.preparations ?? [])
      // One with a condition is shown where the server finds that it is asked for, or where it was written already.
      .filter(
        (row) =>
          row.when === undefined ||
          job.record.preparations[`${operation}.${row.id}`] !== undefined ||
          missing.some(({ params }) => 'preparation' in params && params.preparation === row.id),
      )
      .map((row) => ({ operation, row })),
  )
  const isComplete = rows.every(({ operation, row }) => {
    const rules = say.rulebook.operations[operation]
    return (
      rules !== undefined &&
      judgePreparation(rules, row, job.record.preparations[`${operation}.${row.id}`]?.content).length === 0 &&
      !isFileMissing(missing, operation, row)
    )
  })
  return (
    <>
      <p className={css.lead}>
        {rows.length === 0 ? steps.prepare.notHere : arePapersOpen(job) ? steps.prepare.lead : steps.prepare.over}
      </p>
      {rows.map(({ operation, row }) => (
        <One
          key={`${operation}.${row.id}`}
          opened={opened}
          operation={operation}
          preparation={row}
          isFileNeeded={isFileMissing(missing, operation, row)}
        />
      ))}
      {isComplete && (
        <BigButton kind="primary" onClick={() => navigate(`/jobs/${id}/measures`)}>
          {steps.prepare.next}
        </BigButton>
      )}
    </>
  )
}

const isBlank = (text: string): boolean => text.trim() === ''

/** The server says so for the papers as they are kept; whether a draft has its file is seen on it. */
const isFileMissing = (
  missing: readonly { readonly code: string; readonly params: object }[],
  operation: OperationId,
  { id }: Preparation,
): boolean =>
  missing.some(
    ({ code, params }) =>
      code === 'plan-not-uploaded' &&
      'operation' in params &&
      params.operation === operation &&
      'preparation' in params &&
      params.preparation === id,
  )

const One = ({
  opened: { id, page, job, say, text },
  operation,
  preparation,
  isFileNeeded,
}: {
  opened: OpenedJob
  operation: OperationId
  preparation: Preparation
  isFileNeeded: boolean
}) => {
  const { prepare: words, by } = useWords().steps
  const clock = useClockText()
  const { give, isBusy, outcome } = useJobCommand(id)
  const written = job.record.preparations[`${operation}.${preparation.id}`]
  const [draft, setDraft] = useState<PreparationContent | null>(null)
  // What the draft was begun on; told that somebody was faster, whoever saves again has seen it.
  const [begunOn, setBegunOn] = useState<number>()
  const rules = say.rulebook.operations[operation]
  if (!rules) return null
  const content = draft ?? written?.content
  const document = content?.kind === 'plan' ? content.document : undefined
  const isUnsaid = document !== undefined && [document.title, document.drawnUpBy, document.approvedBy].some(isBlank)
  const lacking =
    judgePreparation(rules, preparation, content).length + (isUnsaid || (isFileNeeded && !document) ? 1 : 0)
  const name = text(preparation.name)
  const isOpen = arePapersOpen(job)

  const save = async (): Promise<void> => {
    if (!draft) return
    const label = words.recorded(name)
    const version = begunOn ?? page.history.length
    const command = {
      type: 'RecordPreparation',
      operation,
      preparation: preparation.id,
      content: asWritten(draft),
    } as const
    if (await give(command, label, { version })) setDraft(null)
    setBegunOn(undefined)
  }
  return (
    <Card
      title={name}
      tone={lacking === 0 ? 'met' : 'must'}
      aside={
        <StatusPill state={lacking === 0 ? 'met' : 'must'}>
          {lacking === 0 ? words.complete : content ? words.missing(lacking) : words.none}
        </StatusPill>
      }
    >
      <p className={css.quiet}>
        {text(rules.name)}
        {written && !draft && ` · ${by(page.people[written.by] ?? written.by, clock.short(written.at))}`}
      </p>
      {draft ? (
        <>
          <ContentEditor
            job={id}
            isFileNeeded={isFileNeeded}
            operation={operation}
            preparation={preparation}
            content={draft}
            onChange={setDraft}
          />
          {lacking > 0 && (
            <p className={css.lacking} role="status">
              <SafetyShape state="due" size={20} /> {words.missing(lacking)}
            </p>
          )}
          <BigButton kind="primary" disabled={isBusy || isUnsaid} onClick={() => void save()}>
            {words.save}
          </BigButton>
        </>
      ) : (
        <>
          {written && <ContentShown preparation={preparation} content={written.content} text={text} />}
          {isOpen && (
            <BigButton
              kind={written ? 'secondary' : 'primary'}
              onClick={() => {
                setBegunOn(page.history.length)
                setDraft(written?.content ?? emptyContent(preparation))
              }}
            >
              {written ? words.edit : words.write}
            </BigButton>
          )}
        </>
      )}
      <CommandOutcome outcome={outcome} />
    </Card>
  )
}
