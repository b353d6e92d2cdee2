import { Button, Select, Tag } from 'antd'
import { useState } from 'react'
import type { RulebookEditions } from '#contract/rulebook.ts'
import { createSay } from '#core/messages/create-say.ts'
import { weatherEn } from '#core/messages/vocabulary.en.ts'
import { weatherZhCn } from '#core/messages/vocabulary.zh-cn.ts'
import type { Grounds } from '#core/rulebook/grounds.ts'
import { useReading } from '../../session/job/use-reading.ts'
import { useSpeech, useWords } from '../../session/language.tsx'
import { isFor } from '../../session/roles.ts'
import { useSession } from '../../session/session.tsx'
import { useRead } from '../../session/use-read.ts'
import { DataTable } from '../../ui/desk/data-table.tsx'
import { useListed } from '../../ui/listed.ts'
import { PageHead } from '../../ui/desk/page-head.tsx'
import { CompareDrawer } from './compare-drawer.tsx'
import { EditionEditor } from './edition-editor.tsx'
import { WaitingDrafts } from './waiting-drafts.tsx'
import { ruleRows, type RuleRow } from './rule-rows.ts'
import css from './rules.module.css'

/** What this plant asks of each kind of work, every demand as a sentence with the clause that it stands on. */
export const RulesPage = () => {
  const { rules: words } = useWords()
  const { language } = useSpeech()
  const speaker = useReading()
  const listed = useListed()
  const mayWrite = isFor(['safety-officer'], useSession().roles)
  const { data: editions } = useRead<RulebookEditions>(['rulebook', 'editions'], '/api/rulebook/editions')
  const [chosen, setChosen] = useState<string>()
  const [compared, setCompared] = useState<string>()
  const [isWriting, setWriting] = useState(false)
  if (!speaker || !editions) return null

  const { rulebook, messages, reading } = speaker
  const say = createSay(messages.writing, reading)
  const name = ({ zh, en }: { readonly zh: string; readonly en: string }): string => (language === 'zh-CN' ? zh : en)
  const operations = Object.values(rulebook.operations)
  const operation = operations.find(({ id }) => id === chosen) ?? operations[0]
  if (!operation) return null
  const weather: { readonly [sky: string]: string } = language === 'zh-CN' ? weatherZhCn : weatherEn
  const rows = ruleRows(operation, rulebook, {
    language,
    say,
    words,
    weatherName: (sky) => weather[sky] ?? sky,
    listed,
  })
  const others = editions.editions.filter(({ edition }) => edition !== rulebook.edition)
  return (
    <>
      <PageHead
        title={name(rulebook.name)}
        note={`${words.edition(rulebook.edition)} · ${words.since(rulebook.effectiveFrom)} · ${words.basis} ${listed(rulebook.basis)}`}
        actions={
          <>
            {others.length > 0 && (
              <Select<string>
                className={css.compare ?? ''}
                placeholder={words.compare}
                aria-label={words.compare}
                value={compared ?? null}
                onChange={setCompared}
                options={others.map(({ edition }) => ({ value: edition, label: words.edition(edition) }))}
              />
            )}
            {mayWrite && (
              <Button type="primary" onClick={() => setWriting(true)}>
                {words.write}
              </Button>
            )}
          </>
        }
      />
      {mayWrite && <WaitingDrafts />}
      <nav className={css.operations} aria-label={words.operation}>
        {operations.map((one) => (
          <button
            key={one.id}
            type="button"
            className={css.operation}
            aria-pressed={one.id === operation.id}
            onClick={() => setChosen(one.id)}
          >
            {name(one.name)}
          </button>
        ))}
      </nav>
      <DataTable<RuleRow>
        rows={rows}
        rowId={({ id }) => id}
        empty={{ title: words.title, how: '' }}
        columns={[
          {
            id: 'part',
            title: '',
            width: 150,
            render: ({ part, id }) => (isFirstOfPart(rows, id) ? words.part[part] : ''),
          },
          { id: 'demand', title: words.demand, width: 470, render: ({ sentence }) => sentence },
          {
            id: 'when',
            title: words.when,
            width: 290,
            render: ({ when }) => when ?? <span className={css.always}>{words.always}</span>,
          },
          { id: 'ground', title: words.ground, width: 210, render: ({ grounds }) => <Ground grounds={grounds} /> },
        ]}
      />
      {compared !== undefined && (
        <CompareDrawer rulebook={rulebook} edition={compared} onClose={() => setCompared(undefined)} />
      )}
      {isWriting && <EditionEditor proposed={editions.proposed} onClose={() => setWriting(false)} />}
    </>
  )
}

const isFirstOfPart = (rows: readonly RuleRow[], id: string): boolean => {
  const at = rows.findIndex((row) => row.id === id)
  return rows[at - 1]?.part !== rows[at]?.part
}

/** A clause of the standard stands out from a habit of the house; a floor is marked, and so is what nobody compared yet. */
const Ground = ({ grounds: { clause, source, floor, certainty } }: { grounds: Grounds }) => {
  const { rules: words } = useWords()
  if (clause === undefined)
    return <span className={css.house}>{source === 'product' ? words.product : words.enterprise}</span>
  return (
    <span className={css.ground}>
      <b>{clause}</b>
      {floor === true && (
        <Tag color="blue" title={words.floor}>
          {words.floor}
        </Tag>
      )}
      {certainty !== undefined && <Tag color="gold">{words.certainty[certainty]}</Tag>}
    </span>
  )
}
