import type { Schema } from './sample-of-schema.ts'

export type Operation = {
  readonly method: string
  readonly path: string
  readonly queries: readonly string[]
  /** Of a JSON body. */
  readonly body: Schema | undefined
}

type Described = {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[]
  readonly requestBody?: { readonly content: { readonly [type: string]: { readonly schema: Schema } } }
}

/** What our own OpenAPI document says there is to ask for. */
export const operationsOf = (document: { readonly paths?: object }): readonly Operation[] =>
  Object.entries((document.paths ?? {}) as Record<string, Record<string, Described>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => ({
      method: method.toUpperCase(),
      path,
      queries: parameters.filter((one) => one.in === 'query').map(({ name }) => name),
      body: requestBody?.content['application/json']?.schema,
    })),
  )

/** The pattern of `idOf` in contract/values.ts. */
const identityPattern = '^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$'

/** Fields in whose place an identity stands, or a list of them. */
export const namesOfIdentities = (schema: Schema | undefined): readonly string[] =>
  schema === undefined
    ? []
    : [
        ...Object.entries(schema.properties ?? {}).flatMap(([name, value]) => [
          ...(value.pattern === identityPattern || value.items?.pattern === identityPattern ? [name] : []),
          ...namesOfIdentities(value),
        ]),
        ...[...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.items ? [schema.items] : [])].flatMap(
          namesOfIdentities,
        ),
      ]
