import type { ProblemCode, ProblemWords } from './problems.zh-cn.ts'
import type { fieldLabelsZhCn } from './field-labels.zh-cn.ts'

type None = { readonly [name: string]: never }

/** What can be wrong with one field of a request, with what its sentence needs. */
export type FaultParams = {
  readonly missing: None
  readonly unfit: None
  readonly 'wrong-type': { readonly expected: Expected }
  readonly 'fields-unknown': { readonly names: string }
  readonly 'choice-unknown': { readonly choices: string }
  readonly 'text-empty': None
  readonly 'text-too-short': { readonly charactersMin: number }
  readonly 'text-too-long': { readonly charactersMax: number }
  readonly 'text-unstorable': None
  readonly 'too-few': { readonly countMin: number }
  readonly 'too-many': { readonly countMax: number }
  readonly 'number-too-small': { readonly min: number }
  readonly 'number-too-large': { readonly max: number }
  readonly 'instant-impossible': None
  readonly 'no-day': None
  readonly 'no-time-of-day': None
  readonly 'no-id': None
  readonly 'no-six-digits': None
  readonly 'no-hash': None
  readonly 'no-address': None
  readonly 'no-login': None
  readonly 'no-version': None
  readonly 'format-unfit': None
  readonly 'not-percent-encoded': None
  readonly 'time-zone-unknown': None
  readonly 'in-the-future': None
  readonly 'ends-before-begin': None
  readonly 'stretch-too-long': None
  readonly 'nobody-of-this-plant': { readonly person: string }
  readonly 'no-camera-of-this-plant': { readonly camera: string }
  readonly 'no-place-of-this-plant': { readonly place: string }
  readonly 'not-in-rulebook': None
  readonly 'other-equipment': None
  readonly twice: { readonly name: string }
  readonly 'recording-differs': { readonly recording: string }
  readonly 'not-seen-safe': { readonly people: string }
  readonly 'version-is-another': { readonly version: number; readonly shown: number }
  readonly 'retention-runs': None
  readonly 'job-evidence-held': None
  readonly 'hold-released-already': None
}
export type FaultCode = keyof FaultParams
export type Expected = 'text' | 'number' | 'whole-number' | 'yes-no' | 'list' | 'group'

/** Says all that is wrong with a field; a field may also only repeat what is wrong with the whole request. */
export type Fault =
  | { [C in FaultCode]: { readonly code: C; readonly params: FaultParams[C] } }[FaultCode]
  | { readonly code: ProblemCode; readonly params?: undefined }
export type FieldFault = Fault & { readonly path: string }

type FaultWord<C extends FaultCode> = {
  /** Follows the field's label. */
  readonly says: (params: FaultParams[C]) => string
  readonly remedy: (params: FaultParams[C]) => string
}

/** All that a language must be able to say about a request that is wrong. A missing word breaks the build. */
export type RequestWords = {
  readonly problems: ProblemWords
  readonly faults: { readonly [C in FaultCode]: FaultWord<C> }
  readonly labels: { readonly [N in keyof typeof fieldLabelsZhCn]: string }
  /** Where no one field is wrong. */
  readonly whole: string
  /** The label of one of several, counted from one. */
  readonly nth: (label: string, n: number) => string
  readonly between: string
  readonly sentence: (label: string, says: string, remedy: string) => string
}

type Told = { readonly path: string; readonly code: string; readonly params?: object | undefined }

/** A field's fault in words, or undefined where its code is none that we know: from a newer server, say. */
export const sayFault = (words: RequestWords, { path, code, params = {} }: Told): string | undefined => {
  if (Object.hasOwn(words.faults, code)) {
    // The type of the parameters follows the code, which TypeScript cannot see through the union.
    const { says, remedy } = words.faults[code as FaultCode] as FaultWord<FaultCode>
    const given = params as never
    return words.sentence(labelOf(words, path), says(given), remedy(given))
  }
  return Object.hasOwn(words.problems, code) ? words.problems[code as ProblemCode] : undefined
}

/** `samples.0.readings.1.value` → 采样 1 · 读数 2 · 数值. A name without a label stands as it is. */
export const labelOf = ({ labels, whole, nth, between }: RequestWords, path: string): string => {
  if (path === '') return whole
  const parts: string[] = []
  for (const name of path.split('.')) {
    const last = parts.at(-1)
    if (last !== undefined && /^\d+$/.test(name)) parts[parts.length - 1] = nth(last, Number(name) + 1)
    else parts.push(Object.hasOwn(labels, name) ? labels[name as keyof typeof labels] : name)
  }
  return parts.join(between)
}
