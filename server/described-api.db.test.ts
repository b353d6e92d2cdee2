import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { createTestPlant, type TestPlant } from './testing/test-plant.ts'

type Json = { readonly [name: string]: Json } | readonly Json[] | string | number | boolean | null
type Described = { readonly [name: string]: Json }

/** A part of the document as it reads. */
const said = (part: Json | undefined): string => (typeof part === 'string' ? part : JSON.stringify(part ?? ''))

const methods = ['get', 'put', 'post', 'delete', 'patch']
const types = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null']

/** The parts of OpenAPI 3.1.1 and JSON Schema 2020-12 that a generated client stumbles over. */
describe('/api/openapi.json', () => {
  let plant: TestPlant
  let document: Described = {}
  const operations: (readonly [name: string, path: string, operation: Described])[] = []
  before(async () => {
    plant = await createTestPlant()
    document = (await plant.request('/api/openapi.json')).body as Described
    for (const [path, item] of Object.entries(document['paths'] as Described))
      for (const [method, operation] of Object.entries(item as Described))
        operations.push([`${method.toUpperCase()} ${path}`, path, operation as Described])
  })
  after(() => plant.close())

  test('is of version 3.1, with a title and the version that runs, and describes every method by its name', () => {
    assert.match(said(document['openapi']), /^3\.1\.\d+$/)
    assert.deepEqual(document['info'], { title: 'Holdpoint', version: 'test' })
    assert.ok(operations.length > 100, String(operations.length))
    for (const [name] of operations) assert.ok(methods.includes(name.split(' ')[0]!.toLowerCase()), name)
    for (const [name, path, operation] of operations) {
      assert.ok(path.startsWith('/'), name)
      assert.ok(said(operation['summary']).length > 3, `${name} has no summary`)
    }
  })

  test('declares each part of a path once and as required, and no parameter twice', () => {
    for (const [name, path, { parameters = [] }] of operations) {
      const declared = (parameters as Described[]).map((one) => `${said(one['in'])} ${said(one['name'])}`)
      assert.equal(new Set(declared).size, declared.length, name)
      const inPath = (parameters as Described[]).filter((one) => one['in'] === 'path')
      assert.ok(
        inPath.every((one) => one['required'] === true),
        name,
      )
      assert.deepEqual(
        inPath.map((one) => `{${said(one['name'])}}`).toSorted(),
        (path.match(/\{\w+\}/g) ?? []).toSorted(),
        name,
      )
      for (const one of parameters as Described[])
        assert.ok(['path', 'query', 'header'].includes(said(one['in'])), name)
    }
  })

  test('says for every operation what may come back', () => {
    for (const [name, , { responses = {} }] of operations) {
      const all = Object.entries(responses as Described)
      assert.ok(all.length > 0, `${name} answers nothing`)
      for (const [status, response] of all) {
        assert.match(status, /^([1-5]\d\d|default)$/, name)
        assert.ok(said((response as Described)['description']).length > 0, `${name} ${status} has no description`)
      }
    }
  })

  test('holds nothing but schemas that a validator reads', () => {
    const faults: string[] = []
    const look = (schema: Json, at: string): void => {
      if (typeof schema === 'boolean') return
      if (typeof schema !== 'object' || schema === null || Array.isArray(schema))
        return void faults.push(`${at}: no schema`)
      const { type, required, properties = {}, pattern, items, additionalProperties, $ref } = schema as Described
      if ($ref !== undefined) faults.push(`${at}: refers to ${said($ref)}`)
      for (const one of [type ?? []].flat()) if (!types.includes(said(one))) faults.push(`${at}: type ${said(one)}`)
      for (const name of (required ?? []) as string[])
        if (!Object.hasOwn(properties as Described, name)) faults.push(`${at}: requires ${name}, which it has not`)
      if (pattern !== undefined) {
        if (/\$\/[a-z]+$/.test(said(pattern))) faults.push(`${at}: flags in ${said(pattern)}`)
        if (!isPattern(said(pattern))) faults.push(`${at}: no pattern ${said(pattern)}`)
      }
      for (const [name, one] of Object.entries(properties as Described)) look(one, `${at}.${name}`)
      if (items !== undefined) look(items, `${at}[]`)
      if (additionalProperties !== undefined) look(additionalProperties, `${at}.*`)
      for (const kind of ['oneOf', 'anyOf', 'allOf'])
        for (const [i, one] of (((schema as Described)[kind] ?? []) as Json[]).entries()) look(one, `${at}<${i}>`)
    }
    const lookIn = (content: Json | undefined, at: string): void => {
      for (const [type, media] of Object.entries((content ?? {}) as Described))
        look((media as Described)['schema'] ?? null, `${at} ${type}`)
    }
    for (const [name, , operation] of operations) {
      for (const one of (operation['parameters'] ?? []) as Described[])
        look(one['schema'] ?? null, `${name} ${said(one['name'])}`)
      lookIn((operation['requestBody'] as Described | undefined)?.['content'], name)
      for (const [status, response] of Object.entries(operation['responses'] as Described))
        lookIn((response as Described)['content'], `${name} ${status}`)
    }
    assert.deepEqual(faults, [])
  })

  test('asks for no field that may be left out, and says that a screen may name the version which it shows', () => {
    const commands = (document['paths'] as Record<string, Record<string, Described>>)['/api/jobs/{job}/commands']![
      'post'
    ]!
    const text = JSON.stringify(commands)
    const submit = /"required":\["type","occurredAt","application"\]/
    assert.match(text, submit)
    const tag = (commands['parameters'] as Described[]).find((one) => one['name'] === 'if-match')!
    assert.equal(tag['required'] ?? false, false)
    assert.match(JSON.stringify(tag), /stale-version/)
  })
})

const isPattern = (text: string): boolean => {
  try {
    return RegExp(text, 'u') instanceof RegExp
  } catch {
    return false
  }
}
