import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import type { AlarmLine } from '#contract/alarms.ts'
import { useWords } from '../../session/language.tsx'
import { useMessages } from '../../session/messages.ts'
import { RequestFailed } from '../../session/problem.ts'
import { useServices } from '../../session/services.tsx'
import { SideDrawer } from '../../ui/desk/side-drawer.tsx'
import { useUi } from '../../ui/ui-context.tsx'
import css from './alarm-list.module.css'

/** An alarm is closed with words: what was found and what was done. */
export const CloseAlarmDrawer = ({
  alarm: { id, code, content },
  onClose,
  onClosed,
}: {
  alarm: AlarmLine
  onClose: () => void
  onClosed: () => void
}) => {
  const { alarmList: words, session } = useWords()
  const messages = useMessages()
  const { api } = useServices()
  const { now } = useUi()
  const [result, setResult] = useState('')
  const [failed, setFailed] = useState<string>()
  const send = () =>
    void api
      .send({
        method: 'POST',
        path: `/api/alarms/${encodeURIComponent(id)}/close`,
        body: { kind: 'json', value: { occurredAt: now(), result: result.trim() } },
        key: crypto.randomUUID(),
      })
      .then(onClosed, (error: unknown) =>
        setFailed(
          error instanceof RequestFailed &&
            error.failure.kind === 'problem' &&
            error.failure.problem.code === 'alarm-fact-stands'
            ? session.refused.problem['alarm-fact-stands']
            : words.failed,
        ),
      )
  return (
    <SideDrawer
      open
      width={480}
      title={`${words.closeTitle} · ${code} ${messages?.alarms[code] ?? ''}`}
      onClose={onClose}
    >
      <div className={css.form}>
        <b>{content}</b>
        <p>{words.closeHow}</p>
        <label>
          {words.result}
          <Input.TextArea rows={5} maxLength={500} value={result} onChange={({ target }) => setResult(target.value)} />
        </label>
        {failed !== undefined && <Alert type="error" showIcon title={failed} />}
        <Button type="primary" block disabled={result.trim().length < 2} onClick={send}>
          {words.confirm}
        </Button>
      </div>
    </SideDrawer>
  )
}
