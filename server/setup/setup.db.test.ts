import assert from 'node:assert/strict'
import { access, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { id, type PlantId } from '#core/ids.ts'
import { createTestDatabase } from '#scripts/testing/test-database.ts'
import { startServer, type RunningServer } from '../main.ts'

describe('an installation without any plant', () => {
  let folder: string
  let server: RunningServer
  let close: () => Promise<void>
  before(async () => {
    const database = await createTestDatabase()
    folder = await mkdtemp(join(tmpdir(), 'holdpoint-setup-'))
    server = await startServer({
      appUrl: database.appUrl,
      dataDir: folder,
      host: '127.0.0.1',
      port: 19_151,
      defaultPlant: id<PlantId>('plant'),
      webFolder: null,
    })
    close = database.close
  })
  after(async () => {
    await server.close()
    await close()
    await rm(folder, { recursive: true })
  })

  const post = (path: string, body: object) =>
    fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const plant = { plantName: '东港化工', timeZone: 'Asia/Shanghai', login: 'admin', password: 'a long enough one' }
  const needed = async () => ((await (await fetch(`${server.url}/api/setup`)).json()) as { isNeeded: boolean }).isNeeded

  test('says so, and does not give itself to whoever comes without the code', async () => {
    assert.equal(await needed(), true)
    const answer = await post('/api/setup', { ...plant, code: 'WRONGONE' })
    assert.equal(answer.status, 403)
    assert.equal(((await answer.json()) as { code: string }).code, 'setup-code-wrong')
  })

  test('names every field that is not right', async () => {
    const answer = await post('/api/setup', {
      code: server.setupCode,
      plantName: '',
      timeZone: 'Mars/Olympus',
      login: '',
      password: 'short',
      more: 1,
    })
    assert.equal(answer.status, 422)
    const { fields } = (await answer.json()) as { fields: { path: string }[] }
    for (const path of ['plantName', 'timeZone', 'login', 'password'])
      assert.ok(
        fields.some((field) => field.path === path),
        `${path} is not named`,
      )
  })

  test('goes to one of two that hold the code at the same moment, who can then sign in', async () => {
    const code = `${server.setupCode?.slice(0, 4)}-${server.setupCode?.slice(4).toLowerCase()}`
    const answers = await Promise.all([post('/api/setup', { ...plant, code }), post('/api/setup', { ...plant, code })])
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, 409])
    assert.equal(await needed(), false)
    const signedIn = await post('/api/session', { login: plant.login, password: plant.password })
    assert.equal(signedIn.status, 200)
    const session = (await signedIn.json()) as { roles: string[]; plant: { name: string } }
    assert.ok(session.roles.includes('administrator'))
    assert.equal(session.plant.name, '东港化工')
    await assert.rejects(access(join(folder, 'setup-code')), 'the code is still there')
  })
})
