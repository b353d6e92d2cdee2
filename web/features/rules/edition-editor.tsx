import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import type { RulebookCheck } from '#contract/rulebook.ts'
import { useWords } from '../../session/language.tsx'
import { useServices } from '../../session/services.tsx'
import { useRead } from '../../session/use-read.ts'
import { SideDrawer } from '../../ui/desk/side-drawer.tsx'
import { Findings } from './findings.tsx'
import css from './rules.module.css'

/** A copy of the rulebook to write on: checked as often as one likes, and handed in for somebody else to publish when nothing is wrong with it. */
export const EditionEditor = ({ proposed, onClose }: { proposed: string | null; onClose: () => void }) => {
  const { rules: words } = useWords()
  const { api } = useServices()
  const queries = useQueryClient()
  const [of, setOf] = useState<'current' | 'proposed'>('current')
  const { data: written } = useRead<{ readonly text: string }>(['rulebook', 'text', of], `/api/rulebook/text?of=${of}`)
  const [text, setText] = useState<string>()
  const [found, setFound] = useState<RulebookCheck>()
  const [state, setState] = useState<'idle' | 'busy' | 'failed' | 'handed-in'>('idle')
  useEffect(() => {
    if (written) setText((before) => before ?? written.text)
  }, [written])

  const ask = async (path: '/api/rulebook/check' | '/api/rulebook/drafts'): Promise<void> => {
    setState('busy')
    try {
      const { answer } = await api.send<RulebookCheck>({
        method: 'POST',
        path,
        body: { kind: 'json', value: { text: text ?? '' } },
        key: crypto.randomUUID(),
      })
      setFound(answer)
      if (path === '/api/rulebook/drafts') await queries.invalidateQueries({ queryKey: ['rulebook'] })
      setState(path === '/api/rulebook/drafts' ? 'handed-in' : 'idle')
    } catch {
      setState('failed')
    }
  }
  return (
    <SideDrawer
      open
      width={1100}
      title={words.write}
      onClose={onClose}
      extra={
        <span className={css.buttons}>
          <Button loading={state === 'busy'} onClick={() => void ask('/api/rulebook/check')}>
            {words.check}
          </Button>
          <Button
            type="primary"
            disabled={found?.mayPublish !== true || state !== 'idle'}
            onClick={() => void ask('/api/rulebook/drafts')}
          >
            {words.handIn}
          </Button>
        </span>
      }
    >
      <p className={css.how}>{words.writeHow}</p>
      {proposed !== null && (
        <Button
          disabled={of === 'proposed'}
          onClick={() => {
            setText(undefined)
            setFound(undefined)
            setOf('proposed')
          }}
        >
          {words.takeProposed(proposed)}
        </Button>
      )}
      {state === 'failed' && <Alert type="error" showIcon title={words.failed} />}
      {state === 'handed-in' && found?.edition && (
        <Alert type="success" showIcon title={words.handedIn(found.edition)} />
      )}
      {found && <Findings found={found} />}
      <Input.TextArea
        className={css.text ?? ''}
        aria-label={words.text}
        spellCheck={false}
        value={text ?? ''}
        rows={30}
        onChange={({ target }) => {
          setText(target.value)
          setFound(undefined)
        }}
      />
    </SideDrawer>
  )
}
