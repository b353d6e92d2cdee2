import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { readRulebook } from '../rulebooks/read-rulebook.ts'
import { createPrinter, type Printer } from './create-printer.ts'
import { paperOf } from './examples.ts'

describe('the printer', () => {
  let printer: Printer
  let rulebook: Rulebook
  before(async () => {
    printer = await createPrinter()
    const parsed = await readRulebook('chemical')
    assert.ok(parsed.ok)
    rulebook = parsed.rulebook
  })

  test('prints all eight operations, each in three copies named by their holder', async () => {
    const operations = Object.values(rulebook.operations)
    assert.equal(operations.length, 8)
    for (const operation of operations) {
      const paper = await paperOf(rulebook, operation)
      assert.match(printer.print(paper).subarray(0, 5).toString(), /%PDF-/, operation.id)
      assert.equal(paper.copies.length, 3)
      assert.match(paper.copies[0]?.holder ?? '', /监护人/)
      assert.equal(paper.measures.rows.length, operation.measures.length)
    }
  })

  test('gives the third copy of hot work to the unit at the second level, else to the safety department', async () => {
    const hotWork = rulebook.operations['hot-work']!
    const thirdAt = async (level: string) => {
      const levels = hotWork.levels.filter(({ id }) => id === level)
      return (await paperOf(rulebook, { ...hotWork, levels })).copies[2]?.holder
    }
    assert.equal(await thirdAt('second'), '本联由所在基层单位持有')
    assert.equal(await thirdAt('first'), '本联由安全管理部门持有')
    assert.equal(await thirdAt('special'), '本联由安全管理部门持有')
  })

  test('marks a certificate by its masked number, and only one that the operation asks for', async () => {
    const crewOf = async (operation: string) =>
      (await paperOf(rulebook, rulebook.operations[operation]!)).facts.find(({ label }) => label === '作业人及证书编号')
        ?.value
    assert.equal(await crewOf('hot-work'), 'welder（熔化焊接与热切割作业证 T110***********1234）')
    assert.equal(await crewOf('excavation'), 'welder')
  })

  test('tells when the briefer signed, and leaves the lines of those who have not signed empty', async () => {
    const { signatures } = await paperOf(rulebook, rulebook.operations['hot-work']!)
    assert.deepEqual(signatures[0], { label: '安全交底人', value: '周立群　2026-11-24 12:00' })
    assert.ok(signatures.slice(1).every(({ value }) => value === ''))
  })

  test('sets what people wrote as words, never as instructions to the typesetter', async () => {
    const written = '#panic("stop") *法兰* $x$ #include "/etc/passwd" \\ "] <label> @nobody'
    const paper = await paperOf(rulebook, rulebook.operations['blinding']!, written)
    assert.ok(paper.facts.some(({ value }) => value === written))
    assert.match(printer.print(paper).subarray(0, 5).toString(), /%PDF-/)
  })
})
