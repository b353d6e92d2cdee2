import { useState } from 'react'
import { useLocation } from 'wouter'
import type { PrecheckAnswer } from '#contract/applying.ts'
import { id } from '#core/ids.ts'
import { CommandOutcome, JobRefusals, type ActOnRemedy } from '../../session/job/command-outcome.tsx'
import { useJobCommand } from '../../session/job/use-job-command.ts'
import { useRulebook } from '../../session/job/use-rulebook.ts'
import { useWords } from '../../session/language.tsx'
import { useServices } from '../../session/services.tsx'
import css from './apply.module.css'
import { ColleagueSheet } from './colleague-sheet.tsx'
import { seat, seatOf, type Draft } from './draft.ts'
import { FormSection } from './form-section.tsx'
import { KindSection } from './kind-section.tsx'
import { PeopleSection } from './people-section.tsx'
import { PermitsNeeded } from './permits-needed.tsx'
import { PlaceSection } from './place-section.tsx'
import { sectionElement, showSection } from './section.tsx'
import { StillMissing } from './still-missing.tsx'
import { SubmitBar } from './submit-bar.tsx'
import { TimeSection } from './time-section.tsx'
import { UrgentSection, useIsUrgent } from './urgent-section.tsx'
import type { Wanted } from './use-colleagues.ts'
import { usePrecheck } from './use-precheck.ts'

const nothingYet: PrecheckAnswer = {
  missing: [],
  permits: [],
  refusals: [],
  names: { people: {}, places: {}, equipment: {}, jobs: {}, permits: {} },
}

/** One page from the kind of work to the submission; what is needed, missing or wrong stands there while it is written. */
export const ApplicationForm = ({
  job,
  start,
  onChange,
  onAccepted,
}: {
  job: string
  start: Draft
  onChange?: (draft: Draft) => void
  onAccepted?: () => void
}) => {
  const words = useWords().apply
  const { queries } = useServices()
  const [, navigate] = useLocation()
  const { data: rulebook } = useRulebook()
  const [draft, setDraft] = useState(start)
  const [wanted, setWanted] = useState<Wanted>()
  const [names, setNames] = useState<{ readonly [person: string]: string }>({})
  const { data: check, isPlaceholderData } = usePrecheck(job, draft)
  const { give, isBusy, outcome, clear } = useJobCommand(job)
  const isUrgent = useIsUrgent(rulebook, draft)
  if (!rulebook) return null

  const { permits, refusals, missing, names: known } = check ?? nothingYet
  const change = (next: Draft): void => {
    setDraft(next)
    onChange?.(next)
    clear()
  }
  const submit = async (): Promise<void> => {
    const { place, urgentReason, ...others } = draft
    if (place === '') return
    const label = words.outboxLabel(draft.content)
    if (
      await give(
        {
          type: 'SubmitJob',
          application: {
            ...others,
            ...(isUrgent && urgentReason !== undefined ? { urgentReason } : {}),
            place: id(place),
          },
        },
        label,
      )
    ) {
      onAccepted?.()
      navigate(`/jobs/${job}`, { replace: true })
    } else await queries.invalidateQueries({ queryKey: ['jobs', 'precheck'] })
  }

  const act: ActOnRemedy = (remedy, { code, params }) => {
    switch (remedy) {
      case 'swap-person': {
        const from = 'person' in params ? seatOf(draft, params.person) : undefined
        return from && (() => setWanted({ part: from.part, duties: from.duties, replaced: from.person }))
      }
      case 'add-person': {
        const part = 'role' in params && 'countMin' in params ? params.role : 'crew'
        return () => setWanted({ part, duties: [], replaced: null })
      }
      case 'change-window':
        return () => showSection('time')
      case 'change-place':
        return () => showSection('place')
      case 'complete-form':
        if (code === 'urgent-reason-missing') return () => showSection('urgent')
        return () => showSection('person' in params ? 'people' : 'form')
      default:
        return undefined
    }
  }
  // What the writer alone has left out is a list of things to do; what others must put right are reasons.
  const own = refusals.filter(({ owner }) => owner === 'applicant')
  const reasons = refusals.filter(({ owner }) => owner !== 'applicant')
  const nameOf = (person: string): string => names[person] ?? known.people[person] ?? person
  const isChecking = !check || isPlaceholderData

  return (
    <div className={css.page}>
      <KindSection rulebook={rulebook} draft={draft} onChange={change} />
      <PlaceSection draft={draft} onChange={change} />
      <TimeSection draft={draft} onChange={change} />
      <UrgentSection rulebook={rulebook} draft={draft} permits={permits} onChange={change} />
      <PermitsNeeded rulebook={rulebook} permits={permits} />
      <PeopleSection
        draft={draft}
        rulebook={rulebook}
        permits={permits}
        refusals={refusals}
        isJudged={!isChecking && permits.length > 0}
        nameOf={nameOf}
        onChange={change}
        onWant={setWanted}
      />
      <FormSection rulebook={rulebook} draft={draft} permits={permits} refusals={refusals} onChange={change} />
      <div id={sectionElement('open')} className={css.open}>
        <StillMissing missing={missing} refusals={own} names={known} onAct={act} />
        <JobRefusals refusals={reasons} names={known} onRemedy={act} />
      </div>
      {!(outcome.kind === 'refused' && outcome.problem.refusals.length > 0) && <CommandOutcome outcome={outcome} />}
      <SubmitBar
        permits={permits.length}
        missing={missing.length + own.length}
        reasons={reasons.length}
        isChecking={isChecking}
        isOpen={check !== undefined && missing.length === 0 && !isBusy}
        onSubmit={() => void submit()}
      />
      {wanted && (
        <ColleagueSheet
          job={job}
          draft={draft}
          rulebook={rulebook}
          permits={permits}
          wanted={wanted}
          nameOf={nameOf}
          onClose={() => setWanted(undefined)}
          onChoose={(card, duties) => {
            setNames({ ...names, [card.id]: card.name })
            change(seat(draft, { part: wanted.part, person: id(card.id), duties }, wanted.replaced))
            setWanted(undefined)
          }}
        />
      )}
    </div>
  )
}
