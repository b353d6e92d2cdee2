import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import type { FeedPage } from '#contract/feed.ts'
import { useWords } from '../../session/language.tsx'
import { useServices } from '../../session/services.tsx'
import css from './feed.module.css'

/** Says clearly whether anything is reported, and lets an administrator switch it on by giving code and name. */
export const FeedSwitch = ({
  settings,
  isKeeper,
  onChanged,
}: {
  settings: FeedPage['settings']
  isKeeper: boolean
  onChanged: () => void
}) => {
  const { feed: words } = useWords()
  const { api } = useServices()
  const [isChanging, setChanging] = useState(false)
  const [code, setCode] = useState(settings?.companyCode ?? '')
  const [name, setName] = useState(settings?.companyName ?? '')
  const [hasFailed, setFailed] = useState(false)
  const keep = async (value: FeedPage['settings']): Promise<void> => {
    try {
      await api.send({
        method: 'PUT',
        path: '/api/feed/settings',
        body: { kind: 'json', value },
        key: crypto.randomUUID(),
      })
      setFailed(false)
      setChanging(false)
      onChanged()
    } catch {
      setFailed(true)
    }
  }
  const isShown = isKeeper && (settings === null || isChanging)
  return (
    <div className={css.switch}>
      {settings === null && (
        <Alert type="warning" showIcon title={words.off} description={isKeeper ? words.offHow : words.offAsk} />
      )}
      {hasFailed && <Alert type="error" showIcon title={words.failed} />}
      {isShown && (
        <div className={css.form}>
          <label>
            {words.companyCode}
            <Input value={code} maxLength={64} onChange={({ target }) => setCode(target.value)} />
          </label>
          <label>
            {words.companyName}
            <Input value={name} maxLength={120} onChange={({ target }) => setName(target.value)} />
          </label>
          <Button
            type="primary"
            disabled={code.trim() === '' || name.trim() === ''}
            onClick={() => void keep({ companyCode: code.trim(), companyName: name.trim() })}
          >
            {words.save}
          </Button>
          {settings !== null && (
            <Button danger title={words.switchedOffKeeps} onClick={() => void keep(null)}>
              {words.switchOff}
            </Button>
          )}
        </div>
      )}
      {isKeeper && settings !== null && !isChanging && (
        <Button size="small" onClick={() => setChanging(true)}>
          {words.change}
        </Button>
      )}
    </div>
  )
}
