import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { id, type EvidenceId } from '#core/ids.ts'
import { leader, noon, signature, welder } from '#core/job/examples.ts'
import type { JobEvent } from '#core/job/events.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { addMinutes, type EpochMs } from '#core/time/epoch.ts'
import { readRulebook } from '../rulebooks/read-rulebook.ts'
import { createPrinter, type Printer } from './create-printer.ts'
import { drawnHand, printed } from './examples.ts'
import { filledPermit } from './filled-permit.ts'
import { actOf, type Hand, handwritingOf } from './hands.ts'
import { pdfText } from './pdf-text.ts'

describe('a drawn signature on paper', () => {
  let printer: Printer
  let rulebook: Rulebook
  before(async () => {
    printer = await createPrinter()
    const parsed = await readRulebook('chemical')
    assert.ok(parsed.ok)
    rulebook = parsed.rulebook
  })

  const filled = () => {
    const operation = rulebook.operations['hot-work']!
    return filledPermit(rulebook, operation, operation.levels.at(-1)!.id)
  }
  /** All words of the three copies, pictures among them. */
  const print = async (hands: readonly (readonly [string, EpochMs, Hand])[]): Promise<string> => {
    const drawn = new Map(hands.map(([person, at, hand]) => [actOf(person, at), hand]))
    return pdfText(printer.print(await printed({ ...filled(), hands: drawn }))).join('')
  }
  const count = (text: string, part: string): number => text.split(part).length - 1

  test('stands beside the name of whoever drew it, on each copy, and beside no other', async () => {
    const { record } = filled().job
    const [approval] = record.approvals
    const acceptance = record.acceptances['unit-acceptance']
    assert.ok(approval && acceptance)
    const acts: readonly (readonly [string, EpochMs, string])[] = [
      [welder, addMinutes(noon, 51), '韩一峰2026-11-2412:51'],
      [leader, addMinutes(noon, 50), '安全交底人周立群2026-11-2412:50'],
      [leader, addMinutes(noon, 90), '作业负责人意见（签字开工）周立群2026-11-2413:30'],
      [approval.by, approval.occurredAt, '审leader-approval2026-11-2413:00'],
      [acceptance.by, acceptance.occurredAt, '验unit-acceptance2026-11-2414:41'],
    ]
    for (const [person, at, words] of acts) {
      const text = await print([[person, at, drawnHand]])
      assert.equal(count(text, `${words}▣`), 3, text)
      assert.equal(count(text, '▣'), 3)
    }
    assert.equal(count(await print(acts.map(([person, at]) => [person, at, drawnHand])), '▣'), 3 * acts.length)
    assert.equal(count(await print([]), '▣'), 0)
  })

  test('leaves the signature standing, and says so, when its file is not kept any more', async () => {
    const text = await print([[welder, addMinutes(noon, 51), 'not-kept']])
    assert.equal(count(text, '韩一峰2026-11-2412:51（手写签名原件未保留）'), 3)
    assert.equal(count(text, '▣'), 0)
  })

  test('is that of an act which stands on this permit, of the other permits of the job none', () => {
    const { permit } = filled()
    const drawn = (name: string) => ({ ...signature, handwriting: id<EvidenceId>(name) })
    const by = { by: leader, occurredAt: noon }
    const history: readonly JobEvent[] = [
      { type: 'BriefingSigned', as: 'briefer', signature: drawn('briefing'), ...by },
      { type: 'BriefingSigned', as: 'briefed', signature, ...by },
      { type: 'StepApproved', permit: permit.id, step: id('leader-approval'), signature: drawn('approval'), ...by },
      {
        type: 'StepApproved',
        permit: id('permit-2'),
        step: id('unit-approval'),
        signature: drawn('other-permit'),
        ...by,
      },
      { type: 'WorkStarted', signature: drawn('start'), ...by },
      { type: 'WorkResumed', signature: drawn('resume'), ...by },
      { type: 'AcceptanceSigned', acceptance: 'unit-acceptance', signature: drawn('acceptance'), ...by },
    ]
    assert.deepEqual(
      handwritingOf(history, permit).map(({ evidence }) => evidence),
      ['briefing', 'approval', 'start', 'acceptance'],
    )
  })
})
