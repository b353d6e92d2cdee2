import { useState } from 'react'
import { useParams } from 'wouter'
import type { JobPage } from '#contract/job-views.ts'
import type { JobRecord } from '#core/job/job.ts'
import type { Passage } from '#core/job/site-records.ts'
import { peopleInside, toolCounts, type ToolCount } from '#core/rules/close-out/everything-counted-out.ts'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import { useJobCommand } from '../../session/job/use-job-command.ts'
import { useJobPage } from '../../session/job/use-job-page.ts'
import { useWords } from '../../session/language.tsx'
import { SafetyLabel } from '../../ui/safety/safety-shape.tsx'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { Card } from '../../ui/touch/card.tsx'
import { NumberField } from '../../ui/touch/number-field.tsx'
import { TextField } from '../../ui/touch/text-field.tsx'
import css from './passages.module.css'

/** Who and what is inside at this moment, and one tap for each that goes in or comes out. */
export const PassagesPage = () => {
  const { job } = useParams<{ job: string }>()
  const { data } = useJobPage(job)
  return data && 'record' in data.job ? <Counting page={data} record={data.job.record} /> : null
}

const Counting = ({ page, record }: { page: JobPage; record: JobRecord }) => {
  const { passages: words } = useWords().guarding
  const { give, isBusy, outcome } = useJobCommand(record.id)
  const inside = peopleInside(record)
  const tools = toolCounts(record)
  const isOn = page.job.status === 'active'
  const pass = (passage: Passage): void => void give({ type: 'RecordPassage', passage }, words.label)
  const toolsInside = tools.reduce((sum, tool) => sum + Math.max(0, tool.in - tool.out), 0)

  return (
    <div className={css.page}>
      <Card title={words.inside} tone={inside.size > 0 ? 'must' : 'met'}>
        <p className={css.count} role="status">
          {words.people(inside.size)}
        </p>
        <p className={css.detail}>{words.toolsInside(toolsInside)}</p>
        {!isOn && <p className={css.detail}>{words.notActive}</p>}
      </Card>
      <CommandOutcome outcome={outcome} />
      <Card title={words.crew}>
        {record.application.crew.map(({ person }) => {
          const isInside = inside.has(person)
          const direction = isInside ? 'out' : 'in'
          return (
            <div key={person} className={css.row}>
              <span className={css.who}>
                <span className={css.name}>{page.people[person] ?? person}</span>
                <SafetyLabel state={isInside ? 'must' : 'not-open'}>
                  {isInside ? words.isInside : words.isOutside}
                </SafetyLabel>
              </span>
              <BigButton
                wide={false}
                kind={isInside ? 'primary' : 'secondary'}
                disabled={isBusy || (!isInside && !isOn)}
                onClick={() => pass({ what: { person }, direction })}
              >
                {words[direction]}
              </BigButton>
            </div>
          )
        })}
      </Card>
      <Card title={words.tools}>
        {tools.map((tool) => (
          <ToolRow
            key={tool.tool}
            tool={tool}
            isOn={isOn}
            isBusy={isBusy}
            onPass={(direction) => pass({ what: { tool: tool.tool, count: 1 }, direction })}
          />
        ))}
        <AddTool
          isBusy={isBusy}
          isOn={isOn}
          onAdd={(tool, count, direction) => pass({ what: { tool, count }, direction })}
        />
      </Card>
    </div>
  )
}

const ToolRow = ({
  tool,
  isOn,
  isBusy,
  onPass,
}: {
  tool: ToolCount
  isOn: boolean
  isBusy: boolean
  onPass: (direction: 'in' | 'out') => void
}) => {
  const { passages: words } = useWords().guarding
  const left = tool.in - tool.out
  return (
    <div className={css.row}>
      <span className={css.who}>
        <span className={css.name}>{tool.tool}</span>
        <span className={css.detail}>{words.counted(tool.in, tool.out)}</span>
        <SafetyLabel state={left === 0 ? 'met' : 'due'}>
          {left === 0 ? words.level : left > 0 ? words.missing(left) : words.surplus(-left)}
        </SafetyLabel>
      </span>
      <BigButton wide={false} disabled={isBusy || !isOn} onClick={() => onPass('in')}>
        {words.in}
      </BigButton>
      <BigButton wide={false} kind={left > 0 ? 'primary' : 'secondary'} disabled={isBusy} onClick={() => onPass('out')}>
        {words.out}
      </BigButton>
    </div>
  )
}

const countMax = 1000

const AddTool = ({
  isBusy,
  isOn,
  onAdd,
}: {
  isBusy: boolean
  isOn: boolean
  onAdd: (tool: string, count: number, direction: 'in' | 'out') => void
}) => {
  const { passages: words } = useWords().guarding
  const [tool, setTool] = useState('')
  const [text, setText] = useState('1')
  const count = Number(text)
  const isReady = tool.trim() !== '' && Number.isInteger(count) && count >= 1 && count <= countMax
  const add = (direction: 'in' | 'out'): void => {
    onAdd(tool.trim(), count, direction)
    setTool('')
    setText('1')
  }
  return (
    <div className={css.add}>
      <TextField label={words.toolName} value={tool} onChange={setTool} />
      <NumberField
        label={words.count}
        unit={words.countUnit}
        value={text}
        onChange={setText}
        verdict={{ kind: 'none' }}
      />
      <div className={css.pair}>
        <BigButton kind="primary" disabled={isBusy || !isReady || !isOn} onClick={() => add('in')}>
          {words.in}
        </BigButton>
        <BigButton disabled={isBusy || !isReady} onClick={() => add('out')}>
          {words.out}
        </BigButton>
      </div>
    </div>
  )
}
