import type { AnsweredRefusal } from '#contract/command-answer.ts'
import type { PlannedPermit } from '#core/job/plan-permits.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { useSpeech } from '../../session/language.tsx'
import { OperationIcon } from '../../ui/icons/operation-icon.tsx'
import css from './apply.module.css'
import type { Draft } from './draft.ts'
import { PermitField } from './permit-field.tsx'
import { operationsOf } from './people-section.tsx'
import { Section } from './section.tsx'
import { textIn } from './text-in.ts'

/** The questions of every permit that is needed, as the rulebook asks them. */
export const FormSection = ({
  rulebook,
  draft,
  permits,
  refusals,
  onChange,
}: {
  rulebook: Rulebook
  draft: Draft
  permits: readonly PlannedPermit[]
  refusals: readonly AnsweredRefusal[]
  onChange: (draft: Draft) => void
}) => {
  const { language, words } = useSpeech()
  const operations = operationsOf(draft, permits)
    .flatMap((id) => rulebook.operations[id] ?? [])
    .filter(({ fields }) => fields.length > 0)
  if (operations.length === 0) return null
  return (
    <Section id="form" title={words.apply.form}>
      {operations.map(({ id: operation, name, fields }) => (
        <div key={operation} className={css.group}>
          <h3 className={css.permitName}>
            <OperationIcon kind={operation} size={24} /> {textIn(language, name)}
          </h3>
          {fields.map((field) => {
            const key = `${operation}.${field.id}`
            return (
              <PermitField
                key={key}
                field={field}
                value={draft.fields[key]}
                refusal={refusals.find(
                  ({ params }) => 'field' in params && params.field === field.id && params.operation === operation,
                )}
                onChange={(value) => onChange({ ...draft, fields: answered(draft.fields, key, value) })}
              />
            )
          })}
        </div>
      ))}
    </Section>
  )
}

/** An answer taken back is no answer, rather than an empty one. */
const answered = (
  fields: Draft['fields'],
  key: string,
  value: Draft['fields'][string] | undefined,
): Draft['fields'] => {
  const { [key]: _, ...others } = fields
  return value === undefined ? others : { ...others, [key]: value }
}
