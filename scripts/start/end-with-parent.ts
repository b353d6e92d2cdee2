/**
 * The entrance passes signals on, but a killed one cannot; a server that went on unseen would keep the port and the data
 * directory, and the next start would be refused.
 */
export const endWithParent = (end: () => void): void => {
  const parent = Number(process.env['HOLDPOINT_PARENT'])
  if (!Number.isInteger(parent) || parent <= 1 || process.ppid !== parent || process.platform === 'win32') return
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    end()
  }, 500)
  timer.unref()
}
