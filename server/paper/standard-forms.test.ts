import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { paperZhCn as words } from '#core/messages/paper.zh-cn.ts'
import type { Operation, Rulebook } from '#core/rulebook/rulebook.ts'
import { readRulebook } from '../rulebooks/read-rulebook.ts'
import { createPrinter, type Printer } from './create-printer.ts'
import type { PermitOnRecord } from './describe-permit.ts'
import { printed } from './examples.ts'
import { filledPermit, isSigned } from './filled-permit.ts'
import { pdfText } from './pdf-text.ts'
import { type FormField, type StandardForm, standardForms } from './standard-forms.ts'

/** A printed permit beside its form: read back out of the PDF, as whoever holds the paper reads it. */
describe('a printed permit against its form', () => {
  let printer: Printer
  let rulebook: Rulebook
  before(async () => {
    printer = await createPrinter()
    const parsed = await readRulebook('chemical')
    assert.ok(parsed.ok)
    rulebook = parsed.rulebook
  })

  /** Each copy's text, and what was printed; at every level that the form is for. */
  const printsOf = async (name: string, { levels }: StandardForm) => {
    const operation = rulebook.operations[name]
    assert.ok(operation)
    assert.deepEqual(
      operation.levels.map(({ id }) => id),
      levels,
    )
    return Promise.all(
      operation.levels.map(async ({ id }) => {
        const record = filledPermit(rulebook, operation, id)
        return { operation, record, copies: copiesIn(printer.print(await printed(record)), record, operation) }
      }),
    )
  }

  test('there are eight, A.1 to A.8, one for each operation', () => {
    assert.deepEqual(Object.keys(standardForms).toSorted(), Object.keys(rulebook.operations).toSorted())
    assert.deepEqual(
      Object.values(standardForms).map(({ form }) => form),
      ['A.1', 'A.2', 'A.3', 'A.4', 'A.5', 'A.6', 'A.7', 'A.8'],
    )
  })

  for (const [name, form] of Object.entries(standardForms))
    describe(`${form.form} ${name}`, () => {
      test('has every field by its label with what was entered, in the order of the blocks, on every copy', async () => {
        for (const { operation, record, copies } of await printsOf(name, form))
          for (const copy of copies) {
            let end = 0
            for (const block of [...form.blocks.map((fields) => fields.map(said)), measureRows(record, operation)])
              end = endOf(block, copy, end)
            // Nothing stands between the signatures, so that a line left free for a hand is seen to be free.
            const signatures = form.signatures.map((one) => signatureIn(record, operation, one)).join('')
            assert.ok(copy.slice(end).endsWith(`签字${signatures}`), `${signatures}\n${copy.slice(end)}`)
          }
      })

      test('has as many measures as the form', async () => {
        assert.equal(rulebook.operations[name]?.measures.length, form.measures)
      })

      test('names the holder of each copy and marks the level', async () => {
        for (const { operation, record, copies } of await printsOf(name, form)) {
          const { level, number } = record.permit
          const marked =
            operation.levels.length < 2 ? '' : `级别${operation.levels.find(({ id }) => id === level)?.name.zh}`
          const heads = copies.map((copy) => copy.slice(0, copy.indexOf('扫码核验')))
          assert.deepEqual(
            heads,
            form
              .holders(level)
              .map((holder, i) =>
                tight(`${titleOf(operation)}${marked}编号${number}已关闭${words.copies[i]}本联由${holder}持有`),
              ),
          )
        }
      })
    })
})

const titleOf = ({ name }: Operation): string => `${name.zh.replace(/作业$/, '')}安全作业票`

const tight = (text: string): string => text.replaceAll(/\s/g, '')

/** The pages of a copy follow each other without their feet; a copy begins where the title stands. */
const copiesIn = (pdf: Buffer, { permit }: PermitOnRecord, operation: Operation): readonly string[] =>
  pdfText(pdf)
    .map((page) => page.slice(0, page.lastIndexOf(`${permit.number}打印时间`)))
    .reduce<readonly string[]>(
      (copies, page) =>
        page.startsWith(titleOf(operation)) ? [...copies, page] : [...copies.slice(0, -1), `${copies.at(-1)}${page}`],
      [],
    )

type Said = { readonly name: string; readonly text: string }

const said = ({ field, label, value }: FormField): Said => {
  assert.ok(typeof value === 'string', `${field} is no signature`)
  return { name: field, text: tight(`${label}${value}`) }
}

/** Where a block ends whose fields all stand behind the block before it, each of them once: twice would leave open which one counts. */
const endOf = (block: readonly Said[], copy: string, start: number): number =>
  Math.max(
    ...block.map(({ name, text }) => {
      const at = copy.indexOf(text)
      assert.notEqual(at, -1, `${name} is not printed: ${text}\n${copy}`)
      assert.ok(at >= start, `${name} stands before the block in front of it`)
      assert.equal(copy.indexOf(text, at + 1), -1, `${name} is printed twice: ${text}`)
      return at + text.length
    }),
  )

const measureRows = ({ clock, names, job }: PermitOnRecord, { id, measures }: Operation): readonly Said[] =>
  measures.map((measure, i) => {
    const confirmed = job.record.measures[`${id}.${measure.id}`]
    assert.ok(confirmed)
    const { detail, isInvolved, by, occurredAt } = confirmed
    const row = `${i + 1}${measure.text.zh} — ${detail}${isInvolved ? '涉及' : '不涉及'}${names.people[by]}${clock(occurredAt)}`
    return { name: `measure ${i + 1}`, text: tight(row) }
  })

/** A step is signed at its level, and the print says of the others why nobody signed. */
const signatureIn = (record: PermitOnRecord, { approvals }: Operation, { label, value }: FormField): string => {
  if (value === null || typeof value === 'string') return tight(`${label}${value ?? ''}`)
  const step = approvals.find(({ id }) => id === value.step)
  assert.ok(step, value.step)
  const { permit, job, clock } = record
  const given = job.record.approvals.find((one) => one.step === step.id)
  if (given) return tight(`${label}审${step.id}${clock(given.occurredAt)}`)
  assert.ok(!isSigned(permit, step))
  return `${label}${step.levels.includes(permit.level) ? '不涉及' : '本级别审批流程不含此签字'}`
}
