import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Board } from '#contract/job-views.ts'
import { useWords } from '../session/language.tsx'
import { useSubmit } from '../session/outbox/use-outbox.ts'
import { useServices } from '../session/services.tsx'
import { useSession } from '../session/session.tsx'
import { useRead } from '../session/use-read.ts'
import { SafetyShape } from '../ui/safety/safety-shape.tsx'
import { BigButton } from '../ui/touch/big-button.tsx'
import { ListRow, RowList } from '../ui/touch/list-row.tsx'
import { Sheet } from '../ui/touch/sheet.tsx'
import { useUi } from '../ui/ui-context.tsx'
import css from './field-strip.module.css'

/**
 * Stop-work on every page: one tap on a page of a job, two elsewhere. It goes by the outbox, where it overtakes everything
 * and needs neither network nor a valid sign-in.
 */
export const StopTool = () => {
  const { stop: words } = useWords().guarding
  const { queries } = useServices()
  const { plantId } = useSession()
  const { now } = useUi()
  const submit = useSubmit()
  const [location, navigate] = useLocation()
  const [isAsking, setAsking] = useState(false)
  const [said, setSaid] = useState<string>()
  const { data } = useRead<Board>(['jobs'], isAsking || jobOf(location) !== undefined ? '/api/jobs' : undefined)
  const running = (data?.jobs ?? [])
    .filter(({ status }) => status !== 'closed')
    .toSorted((one, other) => Number(other.status === 'active') - Number(one.status === 'active'))

  const stop = async (job: string): Promise<void> => {
    const name = data?.jobs.find(({ id }) => id === job)?.place.name ?? ''
    setSaid(words.waiting)
    const outcome = await submit({
      kind: 'stop',
      method: 'POST',
      path: `/api/plants/${plantId}/jobs/${job}/stop`,
      body: { kind: 'json', value: { occurredAt: Math.round(now()) } },
      label: words.tool,
    })
    setSaid(outcome.kind === 'done' ? words.sent(name) : words.waiting)
    await queries.invalidateQueries({ queryKey: ['jobs'] })
  }
  const job = jobOf(location)
  return (
    <>
      <button
        type="button"
        className={css.tool}
        aria-label={words.tool}
        onClick={() => (job === undefined ? setAsking(true) : void stop(job))}
      >
        <SafetyShape state="stopped" size={34} />
      </button>
      {said !== undefined && (
        <Sheet title={words.tool} onClose={() => setSaid(undefined)}>
          <p role="status" className={css.said}>
            {said}
          </p>
          <Evacuate onOpen={() => navigate('/evacuation')} />
        </Sheet>
      )}
      {isAsking && said === undefined && (
        <Sheet title={words.title} onClose={() => setAsking(false)}>
          {running.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <RowList>
              {running.map(({ id, place, content }) => (
                <ListRow
                  key={id}
                  lead={<SafetyShape state="stopped" size={34} />}
                  title={place.name}
                  detail={content}
                  onOpen={() => {
                    setAsking(false)
                    void stop(id)
                  }}
                />
              ))}
            </RowList>
          )}
          <Evacuate onOpen={() => navigate('/evacuation')} />
        </Sheet>
      )}
    </>
  )
}

/** The next thing whoever stops a job may have to do: clear the area around it. */
const Evacuate = ({ onOpen }: { onOpen: () => void }) => (
  <BigButton kind="secondary" onClick={onOpen}>
    {useWords().evacuation.title}
  </BigButton>
)

const jobOf = (location: string): string | undefined => /^\/jobs\/([^/]+)/.exec(location)?.[1]
