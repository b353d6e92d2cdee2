import { Button, Segmented } from 'antd'
import { useState } from 'react'
import type { VideoRegister } from '#contract/video.ts'
import { FailureNotice } from '../../session/failure-notice.tsx'
import { useWords } from '../../session/language.tsx'
import { RegisterHead } from '../../session/registers/register-head.tsx'
import { isFor } from '../../session/roles.ts'
import { useSession } from '../../session/session.tsx'
import { useRead } from '../../session/use-read.ts'
import { CameraDrawer, type CameraShown } from './camera-drawer.tsx'
import { CamerasTable } from './cameras-table.tsx'
import { FilmedWorkTable } from './filmed-work-table.tsx'
import { RecordingsTable } from './recordings-table.tsx'

const views = ['cameras', 'work', 'recordings'] as const
type View = (typeof views)[number]

/** What films which place and whether it works, what film lacks, and what is kept as evidence. */
export const VideoPage = () => {
  const { video: words } = useWords()
  const { roles } = useSession()
  const [view, setView] = useState<View>('cameras')
  const [editing, setEditing] = useState<CameraShown | 'new'>()
  const { data, error, refetch } = useRead<VideoRegister>(['jobs', 'video'], '/api/video')
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />
  const again = () => void refetch()
  const mayKeep = isFor(['safety-officer', 'workshop-director', 'administrator'], roles)
  return (
    <>
      <RegisterHead
        here="video"
        title={words.title}
        actions={
          <>
            <Segmented
              aria-label={words.title}
              value={view}
              onChange={setView}
              options={views.map((value) => ({ value, label: words.views[value] }))}
            />
            {mayKeep && (
              <Button type="primary" onClick={() => setEditing('new')}>
                {words.add}
              </Button>
            )}
          </>
        }
      />
      {view === 'cameras' && (
        <CamerasTable
          cameras={data?.cameras}
          mayKeep={mayKeep}
          onCorrect={(camera) => setEditing(camera)}
          onChanged={again}
        />
      )}
      {view === 'work' && <FilmedWorkTable work={data?.work} />}
      {view === 'recordings' && (
        <RecordingsTable recordings={data?.recordings} keptDaysMin={data?.keptDaysMin ?? 0} onChanged={again} />
      )}
      {editing !== undefined && (
        <CameraDrawer
          camera={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
          onSaved={() => {
            setEditing(undefined)
            again()
          }}
        />
      )}
    </>
  )
}
