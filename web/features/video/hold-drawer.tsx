import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import type { RecordingLine } from '#contract/video.ts'
import { useWords } from '../../session/language.tsx'
import { useServices } from '../../session/services.tsx'
import { SideDrawer } from '../../ui/desk/side-drawer.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import css from './video.module.css'

export const HoldDrawer = ({
  recording: { id, cameraName, from, to },
  onClose,
  onHeld,
}: {
  recording: RecordingLine
  onClose: () => void
  onHeld: () => void
}) => {
  const { video: words } = useWords()
  const { api } = useServices()
  const clock = useClockText()
  const [reason, setReason] = useState('')
  const [hasFailed, setFailed] = useState(false)
  const [key] = useState(() => crypto.randomUUID())
  const send = () =>
    void api
      .send({
        method: 'POST',
        path: `/api/recordings/${encodeURIComponent(id)}/holds`,
        body: { kind: 'json', value: { reason: reason.trim() } },
        key,
      })
      .then(onHeld, () => setFailed(true))
  return (
    <SideDrawer open width={480} title={words.holdTitle} onClose={onClose}>
      <div className={css.form}>
        <strong>
          {cameraName} · {clock.short(from)} – {clock.short(to)}
        </strong>
        <p>{words.holdHow}</p>
        <label className={css.field}>
          {words.reason}
          <Input.TextArea rows={4} maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
        </label>
        {hasFailed && <Alert type="error" showIcon title={words.failed} />}
        <Button type="primary" block disabled={reason.trim().length < 2} onClick={send}>
          {words.hold}
        </Button>
      </div>
    </SideDrawer>
  )
}
