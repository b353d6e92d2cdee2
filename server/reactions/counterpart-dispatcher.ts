import { id, type PlantId } from '#core/ids.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import { parkCounterpartName } from '../feed/feed-name.ts'
import { parseFeedPayload } from '../feed/feed-payload.ts'
import { readParkRecord } from '../feed/read-park-record.ts'
import { createHrClient } from '../integrations/hr/hr-client.ts'
import { createHrCounterpart, hrCounterpartName } from '../integrations/hr/hr-counterpart.ts'
import { readHrSettings } from '../integrations/hr/hr-settings.ts'
import { createParkClient } from '../integrations/park/park-client.ts'
import { createParkCounterpart, type CompleteRecord } from '../integrations/park/park-counterpart.ts'
import { readParkSettings } from '../integrations/park/park-settings.ts'
import type { Vault } from '../privacy/vault.ts'
import type { Rulebooks } from '../rulebooks/rulebooks.ts'
import type { Database } from '../store/database.ts'
import { createOutboxDispatcher, type OutboxDispatcher } from './outbox-dispatcher.ts'

type Setup = {
  readonly database: Database
  readonly clock: () => EpochMs
  readonly rulebooks: Rulebooks
  readonly vault: Vault
  readonly environment: { readonly [name: string]: string | undefined }
}

/** Where systems that tell local times without a zone stand, unless their own setting says otherwise. */
const timeZoneDefault = 'Asia/Shanghai'

/** The dispatcher with every counterpart that the environment names; for the others messages wait. */
export const createCounterpartDispatcher = (setup: Setup): OutboxDispatcher => {
  const { database, clock, environment } = setup
  const hr = readHrSettings(environment, timeZoneDefault)
  const park = readParkSettings(environment)
  return createOutboxDispatcher({
    database,
    clock,
    counterparts: {
      ...(hr === null ? {} : { [hrCounterpartName]: createHrCounterpart(createHrClient(hr, clock)) }),
      ...(park === null
        ? {}
        : { [parkCounterpartName]: createParkCounterpart(createParkClient(park), completeFor(setup)) }),
    },
    onError: (error) => console.error(error),
  })
}

/** A message that names nothing we know stays unreadable; the counterpart declines it and shows it. */
const completeFor =
  ({ database, rulebooks, vault }: Setup): CompleteRecord =>
  async (plantId, payload) => {
    const parsed = parseFeedPayload(payload)
    return parsed === null
      ? {}
      : database.withPlant(id<PlantId>(plantId), (tx) => readParkRecord(tx, parsed, { rulebooks, vault }))
  }
