import { z, type OpenAPIHono } from '@hono/zod-openapi'
import type { AppEnv } from './app-types.ts'

type Media = { schema?: unknown }
type Parameter = { readonly in: string; readonly name: string; schema?: unknown; required?: boolean }
type Operation = {
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content?: object }
  readonly responses?: { readonly [status: string]: { readonly content?: object } | undefined }
}

/**
 * Our OpenAPI document. Its schemas come from the parser's own description of itself: the library's takes fields that may be left out
 * for required ones and writes the flags of a pattern into the pattern.
 */
export const describeApi = (app: OpenAPIHono<AppEnv>, version: string): object => {
  const document = app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Holdpoint', version } })
  for (const definition of app.openAPIRegistry.definitions) {
    if (definition.type !== 'route') continue
    const { method, path, request, responses } = definition.route
    const methods = document.paths?.[path] as { readonly [method: string]: Operation } | undefined
    const operation = methods?.[method]
    for (const parameter of operation?.parameters ?? [])
      redescribeParameter(parameter, { path: request?.params, query: request?.query, header: request?.headers })
    redescribe(request?.body?.content, operation?.requestBody?.content)
    for (const [status, response] of Object.entries(responses ?? {}))
      if ('content' in response) redescribe(response.content, operation?.responses?.[status]?.content)
  }
  return document
}

const redescribeParameter = (parameter: Parameter, asked: { readonly [place: string]: unknown }): void => {
  const place = asked[parameter.in]
  const schema: unknown = place instanceof z.ZodObject ? place.shape[parameter.name] : undefined
  if (schema instanceof z.ZodType) parameter.schema = jsonSchemaOf(schema)
  // A number of the path that is read from its text looks to the library as if it could be missing.
  if (parameter.in === 'path') parameter.required = true
}

const redescribe = (content: object | undefined, shown: object | undefined): void => {
  for (const [type, media] of Object.entries((content ?? {}) as { readonly [type: string]: Media })) {
    const place = (shown as { readonly [type: string]: Media } | undefined)?.[type]
    if (place && media.schema instanceof z.ZodType) place.schema = jsonSchemaOf(media.schema)
  }
}

/** As it stands in the JSON that travels: before the parser turns anything into something else. */
const jsonSchemaOf = (schema: z.ZodType): object => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return rest
}
