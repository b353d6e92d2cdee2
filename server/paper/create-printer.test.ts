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
    const crewOf = async (operation: string, line: string) =>
      (await paperOf(rulebook, rulebook.operations[operation]!)).facts.find(({ label }) => label === line)?.value
    assert.equal(await crewOf('hot-work', '动火人及证书编号'), 'welder（熔化焊接与热切割作业证 T110***********1234）')
    assert.equal(await crewOf('excavation', '作业人及证书编号'), 'welder')
  })

  test('tells when the briefer signed, and leaves the lines of those who have not signed empty', async () => {
    const { signatures } = await paperOf(rulebook, rulebook.operations['hot-work']!)
    const valueOf = (line: string) =>
      signatures
        .find(({ label }) => label === line)
        ?.signed.map(({ text }) => text)
        .join('')
    assert.equal(valueOf('安全交底人'), '周立群　2026-11-24 12:00')
    for (const line of ['接受交底人', '监护人到岗', '作业负责人意见（签字开工）', '主管领导审批', '所在单位完工验收'])
      assert.equal(valueOf(line), '', line)
  })

  test('keeps a line for what the standard has signed at other levels, and says that this one does without', async () => {
    const { signatures } = await paperOf(rulebook, rulebook.operations['hot-work']!)
    const without = signatures.filter(({ signed }) => signed[0]?.text === '本级别审批流程不含此签字')
    assert.deepEqual(
      without.map(({ label }) => label),
      ['所在基层单位审批', '安全管理部门审批'],
    )
  })

  test('sets what people wrote as words, never as instructions to the typesetter', async () => {
    const written = '#panic("stop") *法兰* $x$ #include "/etc/passwd" \\ "] <label> @nobody'
    const paper = await paperOf(rulebook, rulebook.operations['blinding']!, written)
    assert.ok(paper.facts.some(({ value }) => value === written))
    assert.match(printer.print(paper).subarray(0, 5).toString(), /%PDF-/)
  })
})
