import { Button, Input, Tag } from 'antd'
import { ledgerDimensions, type LedgerPage } from '#contract/ledger.ts'
import { epochMs, isoDate } from '#core/time/epoch.ts'
import { plantClockOf } from '#core/time/plant-clock.ts'
import { useWords } from '../../session/language.tsx'
import { useUi } from '../../ui/ui-context.tsx'
import { toggled, type Asked } from './ledger-query.ts'
import css from './ledger.module.css'

const nothingAsked: Asked = { chosen: {}, person: '', text: '', from: null, to: null }

/** Search, period, and a chip for each thing that is asked; a chip that is closed is asked no more. */
export const LedgerFilters = ({
  asked,
  counts,
  onAsk,
}: {
  asked: Asked
  counts: LedgerPage['counts'] | undefined
  onAsk: (asked: Asked) => void
}) => {
  const { ledger: words } = useWords()
  const { timeZone } = useUi()
  const clock = plantClockOf(timeZone)
  const nameOf = (dimension: (typeof ledgerDimensions)[number], value: string): string =>
    counts?.[dimension].find((one) => one.value === value)?.name ?? value
  const chips = ledgerDimensions.flatMap((dimension) =>
    (asked.chosen[dimension] ?? []).map((value) => ({ dimension, value })),
  )
  const isAsking =
    chips.length > 0 || asked.person !== '' || asked.text !== '' || asked.from !== null || asked.to !== null
  const day = (at: number | null): string => (at === null ? '' : clock.dateOf(epochMs(at)))
  return (
    <>
      <div className={css.tools} role="search">
        <Input.Search
          key={`person ${asked.person}`}
          allowClear
          defaultValue={asked.person}
          placeholder={words.person}
          title={words.personHow}
          aria-label={words.personHow}
          style={{ width: 220 }}
          onSearch={(person) => onAsk({ ...asked, person: person.trim() })}
        />
        <Input.Search
          key={`text ${asked.text}`}
          allowClear
          defaultValue={asked.text}
          placeholder={words.text}
          aria-label={words.text}
          style={{ width: 220 }}
          onSearch={(text) => onAsk({ ...asked, text: text.trim() })}
        />
        <label className={css.period}>
          {words.period}
          <input
            type="date"
            value={day(asked.from)}
            onChange={({ target }) =>
              onAsk({ ...asked, from: target.value === '' ? null : clock.startOf(isoDate(target.value)) })
            }
          />
          –
          <input
            type="date"
            value={asked.to === null ? '' : day(asked.to - 1)}
            onChange={({ target }) =>
              onAsk({ ...asked, to: target.value === '' ? null : clock.endOf(isoDate(target.value)) })
            }
          />
        </label>
        {isAsking && (
          <Button type="link" onClick={() => onAsk(nothingAsked)}>
            {words.clear}
          </Button>
        )}
      </div>
      {chips.length > 0 && (
        <div className={css.chips}>
          {chips.map(({ dimension, value }) => (
            <Tag key={`${dimension} ${value}`} closable onClose={() => onAsk(toggled(asked, dimension, value))}>
              {words.dimensions[dimension]}：{nameOf(dimension, value)}
            </Tag>
          ))}
        </div>
      )}
    </>
  )
}
