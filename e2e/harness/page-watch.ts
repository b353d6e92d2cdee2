import type { Page } from 'playwright-core'

export type PageWatch = {
  readonly allow: (pattern: RegExp) => void
  readonly faults: () => readonly string[]
}

/** A refusal is an answer (4xx), and Chromium prints every one as an error; only what nobody answers for is a fault. */
const answeredRefusal = /^Failed to load resource: the server responded with a status of 4\d\d/

/**
 * What a page complains of, or reaches for outside the test's own machine. A screen that works while its console is red
 * is not finished, and a plant without internet must see the same screen.
 */
export const watchPage = (page: Page): PageWatch => {
  const seen: string[] = []
  const allowed: RegExp[] = [answeredRefusal]
  page.on('console', (message) => {
    if (message.type() === 'error') seen.push(`${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => seen.push(`page error: ${error.stack ?? error.message}`))
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (/^(https?|wss?):$/.test(protocol) && !isOwnMachine(hostname)) seen.push(`outside request: ${request.url()}`)
  })
  return {
    allow: (pattern) => void allowed.push(pattern),
    faults: () => seen.filter((fault) => !allowed.some((pattern) => pattern.test(fault))),
  }
}

const isOwnMachine = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.') || hostname.endsWith('.localhost')
