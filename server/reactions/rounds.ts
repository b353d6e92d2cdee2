/**
 * Looks again and again, one look at a time. A look that fails is told and tried again with the next: whoever decides derives
 * for itself, so that a watcher which has died makes nothing valid.
 */
export const createRounds = (look: () => Promise<void>, everyMs: number) => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> = Promise.resolve()
  let isStopped = false
  const round = async (): Promise<void> => {
    await look().catch((error: unknown) => console.error(error))
    if (!isStopped) timer = setTimeout(() => (running = round()), everyMs)
  }
  return {
    start: (): void => {
      timer = setTimeout(() => (running = round()), everyMs)
    },
    stop: async (): Promise<void> => {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}
