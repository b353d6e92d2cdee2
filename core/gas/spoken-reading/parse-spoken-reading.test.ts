import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { parseSpokenReading } from './parse-spoken-reading.ts'
import { clearPhrases, unclearPhrases } from './phrases.ts'
import { spokenGases, type SpokenGas } from './spoken-gas.ts'

const written = (said: string): string => {
  const read = parseSpokenReading(said)
  if (read.kind === 'unclear') return read.unclear.map(({ code }) => code).join(' ')
  return read.readings.map(({ gas, value, unit }) => [gas, value, ...(unit ? [unit] : [])].join(' ')).join(', ')
}

describe('a spoken reading', () => {
  for (const [said, readings] of clearPhrases)
    test(`is understood: ${said}`, () => assert.equal(written(said), readings))
  for (const [said, codes] of unclearPhrases)
    test(`is refused: ${JSON.stringify(said)}`, () => {
      const read = parseSpokenReading(said)
      assert.equal(read.kind, 'unclear')
      assert.deepEqual(written(said).split(' ').toSorted(), codes.split(' ').toSorted())
    })

  test('is tried on enough phrases, wrong ones among them', () => {
    assert.ok(clearPhrases.length + unclearPhrases.length >= 200)
    assert.ok(unclearPhrases.length >= 80)
    const all = [...clearPhrases, ...unclearPhrases].map(([said]) => said)
    assert.equal(new Set(all).size, all.length)
  })

  test('says which part was unclear', () => {
    const read = parseSpokenReading('氧气二十点九，可燃气大约三')
    assert.deepEqual(read, { kind: 'unclear', unclear: [{ code: 'vague', said: '大约' }] })
  })
})

const digits = [...'零一二三四五六七八九']
const radio = [...'洞幺两三四五六拐八勾']
const sayWhole = (value: number): string => {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10]
  if (value === 0) return '零'
  const head = hundreds > 0 ? `${digits[hundreds]}百` : ''
  if (tens === 0) return `${head}${head !== '' && ones > 0 ? '零' : ''}${ones > 0 ? digits[ones] : ''}`
  const ten = `${tens === 1 && hundreds === 0 ? '' : digits[tens]}十`
  return `${head}${ten}${ones > 0 ? digits[ones] : ''}`
}
const sayDigits = (value: number): string => [...String(value)].map((digit) => radio[Number(digit)]).join('')

type Amount = { readonly whole: number; readonly decimals: readonly number[]; readonly isByDigits: boolean }
const amount: fc.Arbitrary<Amount> = fc.record({
  whole: fc.integer({ min: 0, max: 999 }),
  decimals: fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 2 }),
  isByDigits: fc.boolean(),
})
const say = ({ whole, decimals, isByDigits }: Amount) =>
  (isByDigits ? sayDigits(whole) : sayWhole(whole)) +
  (decimals.length === 0 ? '' : `点${decimals.map((digit) => digits[digit]).join('')}`)
const valueOf = ({ whole, decimals }: Amount): number =>
  decimals.length === 0 ? whole : Number(`${whole}.${decimals.join('')}`)

const amountOf = (amounts: readonly Amount[], i: number): Amount => {
  const one = amounts[i % amounts.length]
  if (!one) throw new Error('no amount')
  return one
}

const toxic = (Object.keys(spokenGases) as SpokenGas[]).filter((gas) => spokenGases[gas].kind === 'toxic')

describe('numbers that are spoken and understood', () => {
  test('come back as they were, for every name of every gas', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...toxic), { minLength: 1 }),
        fc.array(amount, { minLength: 5, maxLength: 5 }),
        fc.nat(),
        (gases, amounts, pick) => {
          const said = gases.map((gas, i) => {
            const names = spokenGases[gas].said
            return `${names[pick % names.length]} ${say(amountOf(amounts, i))}`
          })
          const read = parseSpokenReading(said.join('，'))
          assert.deepEqual(read, {
            kind: 'clear',
            readings: gases.map((gas, i) => ({ gas, value: valueOf(amountOf(amounts, i)), unit: null })),
          })
        },
      ),
    )
  })

  test('are never altered by noise: any text is either refused or gives only numbers that were said', () => {
    const signs = [
      ...'氧气可燃一氧化碳硫化氢零二三九十百点,。大约不对%0123456789. ',
      'ppm',
      'LEL',
      'co',
      'twenty ',
      'point ',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...signs), { maxLength: 25 }), (words) => {
        const read = parseSpokenReading(words.join(''))
        if (read.kind === 'unclear') return assert.ok(read.unclear.length > 0)
        for (const { gas, value } of read.readings) {
          assert.ok(Number.isFinite(value) && value >= 0)
          if (gas === 'oxygen') assert.ok(value <= 30)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
