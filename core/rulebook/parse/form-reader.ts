import type { FormField, Preparation } from '../rulebook.ts'
import type { Condition } from '../condition.ts'
import { texts } from './part-readers.ts'
import { groundedRecord, record } from './record-reader.ts'
import {
  complain,
  flag,
  idText,
  isFields,
  nonEmptyList,
  numberWithin,
  text,
  under,
  unread,
  wordOf,
  type Reader,
} from './reader.ts'

const labelled = record({ id: idText(), label: texts })
const field = { id: idText(), label: texts, required: flag } as const

const fieldReaders: { readonly [K in FormField['kind']]: Reader<FormField> } = {
  text: groundedRecord({ ...field, kind: wordOf('text') }),
  number: groundedRecord({
    ...field,
    kind: wordOf('number'),
    unit: text,
    min: numberWithin(-Infinity),
    max: numberWithin(-Infinity),
  }),
  flag: groundedRecord({ ...field, kind: wordOf('flag') }),
  choice: groundedRecord({ ...field, kind: wordOf('choice'), options: nonEmptyList(labelled) }),
  choices: groundedRecord({ ...field, kind: wordOf('choices'), options: nonEmptyList(labelled) }),
}

export const formField: Reader<FormField> = (input, spot) => {
  if (!isFields(input)) return complain(spot, 'wrong-kind', { expected: 'fields' })
  const kind = wordOf('text', 'number', 'flag', 'choice', 'choices')(input['kind'], under(spot, 'kind'))
  return kind === unread ? unread : fieldReaders[kind](input, spot)
}

export const preparationReader = (when: Reader<Condition>): Reader<Preparation> => {
  const common = { id: idText(), name: texts } as const
  const readers: { readonly [K in Preparation['kind']]: Reader<Preparation> } = {
    hazards: groundedRecord({ ...common, kind: wordOf('hazards') }, { when, owned: flag }),
    plan: groundedRecord({ ...common, kind: wordOf('plan') }, { when }),
    checklist: groundedRecord({ ...common, kind: wordOf('checklist'), items: nonEmptyList(labelled) }, { when }),
  }
  return (input, spot) => {
    if (!isFields(input)) return complain(spot, 'wrong-kind', { expected: 'fields' })
    const kind = wordOf('hazards', 'plan', 'checklist')(input['kind'], under(spot, 'kind'))
    return kind === unread ? unread : readers[kind](input, spot)
  }
}
