import { useState } from 'react'
import { useParams } from 'wouter'
import type { IsolationOfJob } from '#contract/isolation.ts'
import { CaptureStep } from '../../session/job/capture-step.tsx'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import css from '../../session/job/site-page.module.css'
import { useRemedyLinks } from '../../session/job/use-remedy-links.ts'
import { FailureNotice } from '../../session/failure-notice.tsx'
import { useWords } from '../../session/language.tsx'
import { useRead } from '../../session/use-read.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { usePosition } from '../../ui/place/use-position.ts'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { Card } from '../../ui/touch/card.tsx'
import { ListRow, RowList } from '../../ui/touch/list-row.tsx'
import { ActSheet, type Acting, type Filled } from './act-sheet.tsx'
import own from './isolation.module.css'
import { PointCard } from './point-card.tsx'
import { usePointCommand } from './use-point-command.ts'

/** What has to be locked before this work begins, how far each point is, and the one next tap for it. */
export const IsolationPage = () => {
  const { job } = useParams<{ job: string }>()
  const { data, error, refetch } = useRead<IsolationOfJob>(['jobs', job, 'isolation'], `/api/jobs/${job}/isolation`)
  if (error && !data) return <FailureNotice error={error} onRetry={() => void refetch()} />
  return data ? <Points job={job} data={data} /> : null
}

const Points = ({ job, data }: { job: string; data: IsolationOfJob }) => {
  const { isolation: words } = useWords()
  const command = usePointCommand(job)
  const position = usePosition(true)
  const links = useRemedyLinks(job, 'isolation')
  const [acting, setActing] = useState<Acting>()
  const [picturing, setPicturing] = useState<Acting>()
  const needed = data.points.filter(({ isNeeded }) => isNeeded)
  const others = data.points.filter(({ isNeeded }) => !isNeeded)
  const proven = needed.filter(({ condition }) => condition.at === 'proven').length
  const begin = (next: Acting): void => {
    command.clear()
    setActing(next)
  }
  const act = async ({ point, what }: Acting, { request }: Filled): Promise<void> => {
    setActing(undefined)
    await command.give(point.id, request, words[what])
  }

  if (picturing)
    return (
      <div className={css.camera}>
        <CaptureStep
          job={job}
          step="isolation"
          position={position}
          frame="wide"
          label={picturing.what === 'tryOut' ? words.tryOutTaken : words.pictureTaken}
          instruction={`${picturing.point.number} · ${picturing.what === 'tryOut' ? words.tryOutPicture : words.picture}`}
          onCaptured={(captured) => {
            setActing({ ...picturing, captured })
            setPicturing(undefined)
          }}
        />
      </div>
    )
  return (
    <div className={css.page}>
      {needed.length === 0 ? (
        <Card title={words.nothingNeeded}>
          <p className={css.detail}>{data.points.length === 0 ? words.noneHow : words.nothingNeededHow}</p>
        </Card>
      ) : (
        <Card tone={proven === needed.length ? 'met' : 'must'}>
          <p className={own.progress} role="status">
            <span className={own.count}>{words.progress(proven, needed.length)}</span> {words.progressOf}
          </p>
        </Card>
      )}
      <CommandOutcome outcome={command.outcome} onRemedy={links} />
      {needed.map((point) => (
        <PointCard
          key={point.id}
          point={point}
          names={data.names}
          isBusy={command.isBusy}
          onAct={(what) => begin({ point, what })}
          {...(point.isNamed && point.condition.at === 'in-service'
            ? { onUnname: () => void command.give(point.id, { type: 'UnnamePoint' }, words.unname) }
            : {})}
        />
      ))}
      {others.length > 0 && (
        <section className={own.others}>
          <h2 className={own.heading}>{words.others}</h2>
          <RowList>
            {others.map((point) => (
              <ListRow
                key={point.id}
                title={`${point.number} ${point.name}`}
                detail={`${words.kind[point.kind]} · ${words.energy[point.energy]} · ${words.condition[point.condition.at]}`}
                trail={
                  <BigButton
                    wide={false}
                    disabled={command.isBusy}
                    onClick={() => void command.give(point.id, { type: 'NamePoint' }, words.name)}
                  >
                    {words.name}
                  </BigButton>
                }
              />
            ))}
          </RowList>
        </section>
      )}
      {data.points.length === 0 && <EmptyState title={words.none} how={words.noneHow} />}
      {acting && (
        <ActSheet
          key={`${acting.point.id} ${acting.what}`}
          acting={acting}
          people={data.people}
          onPicture={setPicturing}
          onDone={(filled) => void act(acting, filled)}
          onClose={() => setActing(undefined)}
        />
      )}
    </div>
  )
}
