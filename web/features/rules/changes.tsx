import { Tag } from 'antd'
import type { EditionChange } from '#core/rulebook/compare-editions.ts'
import { useWords } from '../../session/language.tsx'
import css from './rules.module.css'

export type Change = Pick<EditionChange, 'path' | 'change'> & { readonly clause: string | null }

const colour: { readonly [C in EditionChange['change']]: string } = {
  looser: 'red',
  gone: 'red',
  unclear: 'orange',
  new: 'blue',
  stricter: 'green',
}
/** What makes work less safe is read first. */
const order = ['looser', 'gone', 'unclear', 'new', 'stricter'] as const

export const Changes = ({ changes }: { changes: readonly Change[] }) => {
  const { rules: words } = useWords()
  if (changes.length === 0) return <p>{words.noChanges}</p>
  return (
    <ul className={css.findings}>
      {changes
        .toSorted((a, b) => order.indexOf(a.change) - order.indexOf(b.change))
        .map(({ path, change, clause }) => (
          <li key={`${path} ${change}`}>
            <Tag color={colour[change]}>{words.change[change]}</Tag>
            <code>{path}</code>
            {clause !== null && <b>{clause}</b>}
          </li>
        ))}
    </ul>
  )
}
