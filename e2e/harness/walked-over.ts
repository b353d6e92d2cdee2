import { epochMs } from '#core/time/epoch.ts'
import { demoPassword } from '#demo/accounts.ts'
import { demoPlant } from '#demo/load-plant.ts'
import type { Database } from '#server/store/database.ts'
import type { Walked } from '#server/testing/started-job.ts'
import { insertTestDocument, insertTestPicture } from '#server/testing/test-plant.ts'
import type { At } from './browser-for.ts'

/** The steps that other people take, over the same HTTP as their phones. */
export const walkedOver = (base: string, database: Database, at: At): Walked => {
  const signature = { factor: 'session', contentHash: 'b'.repeat(64), position: at }
  const request: Walked['request'] = async (path, given) => {
    const init = given ?? {}
    const response = await fetch(`${base}${path}`, {
      method: init.method ?? (init.body === undefined ? 'GET' : 'POST'),
      headers: {
        'content-type': 'application/json',
        ...(init.cookie ? { cookie: init.cookie } : {}),
        ...(init.key ? { 'idempotency-key': init.key } : {}),
        ...init.headers,
      },
      ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
    })
    const text = await response.text()
    return {
      status: response.status,
      body: text === '' ? {} : JSON.parse(text),
      cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '',
      type: response.headers.get('content-type') ?? '',
    }
  }
  return {
    request,
    now: () => epochMs(Date.now()),
    signIn: async (login) => (await request('/api/session', { body: { login, password: demoPassword } })).cookie,
    command: async (cookie, jobId, body, key?: string, headers?: Record<string, string>) => {
      const hashes = (await request(`/api/jobs/${jobId}`, { cookie })).body['readiness']?.contentHash
      const signed =
        'signature' in body && 'type' in body
          ? { signature: { ...signature, contentHash: body.type === 'SignBriefing' ? hashes.briefing : hashes.work } }
          : {}
      return request(`/api/jobs/${jobId}/commands`, {
        cookie,
        key: key ?? crypto.randomUUID(),
        ...(headers ? { headers } : {}),
        body: { occurredAt: Date.now(), ...body, ...signed },
      })
    },
    document: (jobId) => database.withPlant(demoPlant, (tx) => insertTestDocument(tx, jobId, epochMs(Date.now()))),
    capture: async (jobId, step, name, fan) => {
      await database.withPlant(demoPlant, (tx) =>
        insertTestPicture(tx, { name, job: jobId, step, at: Date.now(), position: at, fan }),
      )
      return name
    },
  }
}
