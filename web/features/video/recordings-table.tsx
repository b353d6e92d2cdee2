import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { RecordingLine } from '#contract/video.ts'
import { useWords } from '../../session/language.tsx'
import { RequestFailed } from '../../session/problem.ts'
import { isFor } from '../../session/roles.ts'
import { useServices } from '../../session/services.tsx'
import { useSession } from '../../session/session.tsx'
import { DataTable } from '../../ui/desk/data-table.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { HoldDrawer } from './hold-drawer.tsx'
import css from './video.module.css'

const hashShown = 12

export const RecordingsTable = ({
  recordings,
  keptDaysMin,
  onChanged,
}: {
  recordings: readonly RecordingLine[] | undefined
  keptDaysMin: number
  onChanged: () => void
}) => {
  const { video: words } = useWords()
  const { roles } = useSession()
  const clock = useClockText()
  const [holding, setHolding] = useState<RecordingLine>()
  const mayHold = isFor(['safety-officer', 'management'], roles)
  return (
    <>
      <DataTable
        rows={recordings ?? []}
        loading={!recordings}
        rowId={({ id }) => id}
        empty={{ title: words.noRecordings, how: words.noRecordingsHow(keptDaysMin) }}
        columns={[
          {
            id: 'time',
            title: words.time,
            width: 280,
            render: ({ from, to }) => `${clock.short(from)} – ${clock.short(to)}`,
          },
          { id: 'camera', title: words.camera, width: 220, render: ({ cameraName }) => <strong>{cameraName}</strong> },
          {
            id: 'hash',
            title: words.hash,
            width: 150,
            render: ({ contentHash }) => (
              <code className={css.code} title={contentHash}>
                {contentHash.slice(0, hashShown)}…
              </code>
            ),
          },
          {
            id: 'keep',
            title: words.keepUntil,
            width: 170,
            render: ({ keepUntil, letGoAt }) =>
              letGoAt === null ? (
                clock.short(keepUntil)
              ) : (
                <span className={css.quiet}>{words.letGo(clock.short(letGoAt))}</span>
              ),
          },
          {
            id: 'holds',
            title: words.holds,
            render: (recording) => (
              <>
                {recording.holds.map((hold) => (
                  <Hold key={hold.id} recording={recording.id} hold={hold} mayRelease={mayHold} onChanged={onChanged} />
                ))}
                {mayHold && recording.letGoAt === null && recording.holds.length === 0 && (
                  <Button size="small" onClick={() => setHolding(recording)}>
                    {words.hold}
                  </Button>
                )}
              </>
            ),
          },
        ]}
      />
      {holding && (
        <HoldDrawer
          recording={holding}
          onClose={() => setHolding(undefined)}
          onHeld={() => {
            setHolding(undefined)
            onChanged()
          }}
        />
      )}
    </>
  )
}

type HoldShown = RecordingLine['holds'][number]

/** What keeps a hold standing is said in place, every reason of it. */
const Hold = ({
  recording,
  hold: { id, reason, heldBy, heldAt },
  mayRelease,
  onChanged,
}: {
  recording: string
  hold: HoldShown
  mayRelease: boolean
  onChanged: () => void
}) => {
  const { video: words } = useWords()
  const { api } = useServices()
  const clock = useClockText()
  const [reasons, setReasons] = useState<readonly string[]>([])
  const send = async (): Promise<void> => {
    try {
      await api.send({
        method: 'POST',
        path: `/api/recordings/${encodeURIComponent(recording)}/holds/${encodeURIComponent(id)}/release`,
        body: { kind: 'json', value: {} },
        key: crypto.randomUUID(),
      })
      onChanged()
    } catch (error) {
      setReasons(reasonsOf(error, words))
    }
  }
  return (
    <div className={css.hold}>
      <div>
        {reason}
        <div className={css.quiet}>{words.heldBy(heldBy, clock.short(heldAt))}</div>
      </div>
      {mayRelease && (
        <Button size="small" onClick={() => void send()}>
          {words.release}
        </Button>
      )}
      {reasons.map((one) => (
        <Alert key={one} type="warning" showIcon title={one} />
      ))}
    </div>
  )
}

const reasonsOf = (error: unknown, words: ReturnType<typeof useWords>['video']): readonly string[] => {
  const failure = error instanceof RequestFailed ? error.failure : undefined
  if (failure?.kind !== 'problem') return [words.failed]
  const known = Object.entries(words.whyHeld)
  const said = (failure.problem.fields ?? []).flatMap(({ code }) =>
    known.filter(([key]) => key === code).map(([, text]) => text),
  )
  return said.length === 0 ? [words.failed] : said
}
