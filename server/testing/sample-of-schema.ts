/** The part of JSON Schema that our own OpenAPI document uses. */
export type Schema = {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly properties?: { readonly [name: string]: Schema }
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly minItems?: number
  readonly minimum?: number
  readonly minLength?: number
  readonly pattern?: string
}

/** Values that a schema accepts: one for each alternative at the top, everything optional included. */
export const samplesOf = (schema: Schema): readonly unknown[] => {
  const alternatives = schema.oneOf ?? schema.anyOf
  return alternatives ? alternatives.flatMap(samplesOf) : [sampleOf(schema)]
}

const sampleOf = (schema: Schema): unknown => {
  const [first] = schema.oneOf ?? schema.anyOf ?? []
  if (first) return sampleOf(first)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  switch (typeof schema.type === 'string' ? schema.type : schema.type?.[0]) {
    case 'object':
      return {
        ...Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, value]) => [name, sampleOf(value)])),
        ...(typeof schema.additionalProperties === 'object' ? { any: sampleOf(schema.additionalProperties) } : {}),
      }
    case 'array':
      return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () => sampleOf(schema.items ?? {}))
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1)
    case 'boolean':
      return true
    case 'null':
      return null
    default:
      return textFor(schema)
  }
}

const texts = [
  'x1',
  'demo',
  '2026-11-24',
  '10:00',
  '1234',
  '123456',
  'a'.repeat(64),
  'person@example.org',
  'https://x.example/',
]

const textFor = ({ pattern, minLength = 1 }: Schema): string => {
  if (pattern === undefined) return 'x'.repeat(Math.max(1, minLength))
  const expression = new RegExp(pattern, 'u')
  const found = texts.find((text) => expression.test(text))
  if (found === undefined) throw new Error(`no sample for ${pattern}: add one`)
  return found
}
