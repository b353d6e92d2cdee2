import { Button } from 'antd'
import { useState } from 'react'
import type { RulebookDrafts } from '#contract/rulebook.ts'
import { useWords } from '../../session/language.tsx'
import { useRead } from '../../session/use-read.ts'
import { SafetyLabel } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { DraftDrawer } from './draft-drawer.tsx'
import css from './rules.module.css'

/** Editions that wait for a second pair of eyes, above the rules that they would change. */
export const WaitingDrafts = () => {
  const { rules: words } = useWords()
  const clock = useClockText()
  const { data } = useRead<RulebookDrafts>(['rulebook', 'drafts'], '/api/rulebook/drafts')
  const [opened, setOpened] = useState<string>()
  if (!data || data.drafts.length === 0) return null
  const draft = data.drafts.find(({ id }) => id === opened)
  return (
    <section className={css.drafts} aria-label={words.waiting}>
      {data.drafts.map(({ id, edition, by, at, isOwn }) => (
        <div key={id} className={css.draft}>
          <SafetyLabel state={isOwn ? 'not-open' : 'must'}>
            {isOwn ? words.waitsForOther(edition) : words.waitsForYou(edition, by)}
          </SafetyLabel>
          <span className={css.how}>{clock.short(at)}</span>
          <Button type={isOwn ? 'default' : 'primary'} onClick={() => setOpened(id)}>
            {isOwn ? words.look : words.review}
          </Button>
        </div>
      ))}
      {draft && <DraftDrawer draft={draft} onClose={() => setOpened(undefined)} />}
    </section>
  )
}
