import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { useSpeech } from '../../session/language.tsx'
import { OperationIcon } from '../../ui/icons/operation-icon.tsx'
import { ChoiceTiles } from '../../ui/touch/choice-tiles.tsx'
import css from './apply.module.css'
import type { Draft } from './draft.ts'
import { textIn } from './text-in.ts'
import { Section } from './section.tsx'

/** The kinds of work that the rulebook has, as tiles; what else is needed follows by itself. */
export const KindSection = ({
  rulebook,
  draft,
  onChange,
}: {
  rulebook: Rulebook
  draft: Draft
  onChange: (draft: Draft) => void
}) => {
  const { language, words } = useSpeech()
  const operations = Object.values(rulebook.operations)
  const toggle = (chosen: string): void =>
    onChange({
      ...draft,
      operations: operations
        .map(({ id }) => id)
        .filter((id) => (id === chosen ? !draft.operations.includes(id) : draft.operations.includes(id))),
    })
  return (
    <Section id="kinds" title={words.apply.kinds}>
      <ChoiceTiles
        label={words.apply.kinds}
        chosen={draft.operations}
        onToggle={toggle}
        choices={operations.map(({ id, name }) => ({
          id,
          label: textIn(language, name),
          icon: <OperationIcon kind={id} size={32} />,
        }))}
      />
      <p className={css.note}>{words.apply.kindsHelp}</p>
    </Section>
  )
}
