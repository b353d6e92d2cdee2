import { epochMs } from '#core/time/epoch.ts'
import { keepDemoLiving } from '#demo/living.ts'
import { readRulebook } from '#server/rulebooks/read-rulebook.ts'
import { createDatabase } from '#server/store/database.ts'

/** Lets the fictional plant go on by itself; answers how to end it. */
export const startLiving = async (appUrl: string): Promise<() => Promise<void>> => {
  const parsed = await readRulebook('chemical')
  if (!parsed.ok) throw new Error(`the rulebook is refused: ${JSON.stringify(parsed.problems)}`)
  const database = createDatabase({ appUrl })
  const living = keepDemoLiving({ database, rulebook: parsed.rulebook, clock: () => epochMs(Date.now()) })
  return async () => {
    await living.stop()
    await database.close()
  }
}
