import { epochMs } from '#core/time/epoch.ts'
import { keepDemoLiving } from '#demo/living.ts'
import { createRulebooks } from '#server/rulebooks/rulebooks.ts'
import { readShipped } from '#server/rulebooks/shipped-rulebooks.ts'
import { createDatabase } from '#server/store/database.ts'

/** Lets the fictional plant go on by itself; answers how to end it. */
export const startLiving = async (appUrl: string): Promise<() => Promise<void>> => {
  const clock = () => epochMs(Date.now())
  const database = createDatabase({ appUrl })
  const living = keepDemoLiving({
    database,
    rulebooks: createRulebooks({ shipped: await readShipped(), clock }),
    clock,
  })
  return async () => {
    await living.stop()
    await database.close()
  }
}
