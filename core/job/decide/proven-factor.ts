import type { SigningFactor } from '../../rulebook/rulebook.ts'
import { ground } from '../ground.ts'
import type { Refusal } from '../refusal.ts'
import type { Signature } from '../site-records.ts'

/** How hard it is to sign for somebody else: with a phone left lying, with a number looked at, with a key in the phone. */
const strength: { readonly [F in Signature['factor']]: number } = { session: 0, pin: 1, passkey: 2 }

/** A phone that lies open on a bench signs nothing that the rulebook wants proved by its owner. */
export const checkFactor = (
  { factor }: Signature,
  { factor: needed }: { readonly factor?: SigningFactor },
): readonly Refusal[] =>
  needed === undefined || strength[factor] >= strength[needed.value]
    ? []
    : [ground({ code: 'factor-not-proven', params: { factor: needed.value } }, needed)]
