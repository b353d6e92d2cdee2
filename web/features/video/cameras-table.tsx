import { Button } from 'antd'
import { useState } from 'react'
import type { CameraLine } from '#contract/video.ts'
import { useWords } from '../../session/language.tsx'
import { useServices } from '../../session/services.tsx'
import { DataTable } from '../../ui/desk/data-table.tsx'
import { SafetyLabel } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import css from './video.module.css'

export const CamerasTable = ({
  cameras,
  mayKeep,
  onCorrect,
  onChanged,
}: {
  cameras: readonly CameraLine[] | undefined
  mayKeep: boolean
  onCorrect: (camera: CameraLine) => void
  onChanged: () => void
}) => {
  const { video: words } = useWords()
  return (
    <DataTable
      rows={cameras ?? []}
      loading={!cameras}
      rowId={({ id }) => id}
      empty={{ title: words.none, how: words.noneHow }}
      columns={[
        {
          id: 'camera',
          title: words.camera,
          width: 190,
          render: ({ id, name }) => (
            <>
              <strong>{name}</strong>
              <div className={css.quiet}>{id}</div>
            </>
          ),
        },
        { id: 'state', title: words.state, width: 170, render: (camera) => <CameraState camera={camera} /> },
        {
          id: 'places',
          title: words.places,
          width: 200,
          render: ({ places }) =>
            places.length === 0 ? <span className={css.quiet}>{words.noPlaces}</span> : <Places places={places} />,
        },
        {
          id: 'rating',
          title: words.rating,
          width: 160,
          render: ({ explosionRating }) => explosionRating ?? <span className={css.quiet}>{words.noRating}</span>,
        },
        {
          id: 'address',
          title: words.address,
          width: 200,
          render: ({ address }) =>
            address === null ? (
              <span className={css.quiet}>{words.portable}</span>
            ) : (
              <code className={css.code}>{address}</code>
            ),
        },
        {
          id: 'act',
          title: '',
          render: (camera) =>
            mayKeep && (
              <span className={css.acts}>
                <Button size="small" onClick={() => onCorrect(camera)}>
                  {words.correct}
                </Button>
                <StateButton camera={camera} onChanged={onChanged} />
              </span>
            ),
        },
      ]}
    />
  )
}

const Places = ({ places }: Pick<CameraLine, 'places'>) => (
  <ul className={css.list}>
    {places.map(({ id, name }) => (
      <li key={id}>{name}</li>
    ))}
  </ul>
)

/** Red where no film comes of it, whatever the reason; the word says which. */
const CameraState = ({ camera: { state, since, note, recorder } }: { camera: CameraLine }) => {
  const { video: words } = useWords()
  const clock = useClockText()
  if (state === 'faulty')
    return (
      <>
        <SafetyLabel state="stopped">{words.faulty}</SafetyLabel>
        <div className={css.quiet}>
          {[words.since(clock.short(since)), note].filter((part) => part !== '').join(' · ')}
        </div>
      </>
    )
  if (recorder === null) return <SafetyLabel state="not-open">{words.standsBy}</SafetyLabel>
  const heard = recorder.lastHeardAt === null ? words.neverHeard : words.heard(clock.short(recorder.lastHeardAt))
  return (
    <>
      <SafetyLabel state={recorder.isSilent ? 'due' : 'met'}>
        {recorder.isSilent ? words.silent : words.works}
      </SafetyLabel>
      <div className={css.quiet}>{heard}</div>
    </>
  )
}

const StateButton = ({ camera: { id, state }, onChanged }: { camera: CameraLine; onChanged: () => void }) => {
  const { video: words } = useWords()
  const { api } = useServices()
  const [isSending, setSending] = useState(false)
  const isFaulty = state === 'faulty'
  const send = async (): Promise<void> => {
    setSending(true)
    try {
      await api.send({
        method: 'POST',
        path: `/api/cameras/${encodeURIComponent(id)}/states`,
        body: { kind: 'json', value: { state: isFaulty ? 'in-service' : 'faulty', note: '' } },
        key: crypto.randomUUID(),
      })
    } finally {
      setSending(false)
      onChanged()
    }
  }
  return (
    <Button size="small" danger={!isFaulty} loading={isSending} onClick={() => void send()}>
      {isFaulty ? words.sayWorks : words.sayFaulty}
    </Button>
  )
}
