import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import type { RulebookDraft, RulebookDrafts } from '#contract/rulebook.ts'
import { FailureNotice } from '../../session/failure-notice.tsx'
import { useWords } from '../../session/language.tsx'
import { RequestFailed } from '../../session/problem.ts'
import { useServices } from '../../session/services.tsx'
import { useRead } from '../../session/use-read.ts'
import { SideDrawer } from '../../ui/desk/side-drawer.tsx'
import { Findings } from './findings.tsx'
import css from './rules.module.css'

/** What somebody else wrote, judged at this moment: read, then published or taken off the list. */
export const DraftDrawer = ({ draft, onClose }: { draft: RulebookDrafts['drafts'][number]; onClose: () => void }) => {
  const { rules: words, session } = useWords()
  const { api } = useServices()
  const queries = useQueryClient()
  const path = `/api/rulebook/drafts/${draft.id}`
  const { data, error, refetch } = useRead<RulebookDraft>(['rulebook', 'draft', draft.id], path)
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string>()

  const close = async (how: 'publish' | 'withdraw'): Promise<void> => {
    setBusy(true)
    try {
      await api.send({
        method: 'POST',
        path: `${path}/${how}`,
        body: { kind: 'json', value: {} },
        key: crypto.randomUUID(),
      })
      onClose()
    } catch (failure) {
      setRefused(sentenceOf(failure))
    }
    setBusy(false)
    await queries.invalidateQueries({ queryKey: ['rulebook'] })
  }
  const { problem } = session.refused
  const sentenceOf = (failure: unknown): string =>
    (failure instanceof RequestFailed &&
      failure.failure.kind === 'problem' &&
      problem[failure.failure.problem.code as keyof typeof problem]) ||
    words.failed
  return (
    <SideDrawer
      open
      width={1100}
      title={words.draftOf(draft.edition, draft.by)}
      onClose={onClose}
      extra={
        <span className={css.buttons}>
          <Button disabled={isBusy} onClick={() => void close('withdraw')}>
            {words.withdraw}
          </Button>
          <Button
            type="primary"
            loading={isBusy}
            disabled={draft.isOwn || data?.check.mayPublish !== true}
            onClick={() => void close('publish')}
          >
            {words.publish}
          </Button>
        </span>
      }
    >
      {draft.isOwn && <Alert type="info" showIcon title={problem['draft-is-own']} />}
      {refused !== undefined && <Alert type="error" showIcon title={refused} />}
      {error && <FailureNotice error={error} onRetry={() => void refetch()} />}
      {data && (
        <>
          <Findings found={data.check} />
          <Input.TextArea className={css.text ?? ''} aria-label={words.text} readOnly value={data.text} rows={24} />
        </>
      )}
    </SideDrawer>
  )
}
