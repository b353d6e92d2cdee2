import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { demoPassword } from '#demo/accounts.ts'
import { sessionCookie } from '../session/require-session.ts'
import { createTestPlant } from '../testing/test-plant.ts'

describe('the cookie of a session', () => {
  for (const isSecure of [true, false])
    test(`is for no script and no other site, ${isSecure ? 'and over TLS for no plain connection' : 'also without TLS'}`, async () => {
      const plant = await createTestPlant((same) => same, { isSecure })
      try {
        const body = JSON.stringify({ login: 'leader', password: demoPassword })
        const headers = { 'content-type': 'application/json' }
        const answer = await plant.app.request('/api/session', { method: 'POST', headers, body })
        const [pair = '', ...flags] = (answer.headers.get('set-cookie') ?? '').split('; ')
        assert.match(pair, new RegExp(`^${sessionCookie}=farbridge\\.[\\w-]{43}$`))
        assert.deepEqual(flags.toSorted(), ['HttpOnly', 'Path=/', 'SameSite=Strict', ...(isSecure ? ['Secure'] : [])])
        const signOut = await plant.app.request('/api/session', { method: 'DELETE', headers: { cookie: pair } })
        assert.equal(signOut.status, 204)
        assert.match(signOut.headers.get('set-cookie') ?? '', new RegExp(`^${sessionCookie}=; Max-Age=0; Path=/`))
        // What was written down before is worth nothing afterwards.
        assert.equal((await plant.request('/api/session', { cookie: pair })).status, 401)
      } finally {
        await plant.close()
      }
    })
})
